SELECT json_array(0, r1."__start", r1."__end") FROM json_each(?1) AS k2 CROSS JOIN "rel_MADE" AS r1 WHERE r1."__start" = k2.value AND +r1."__end" IN (SELECT value FROM json_each(?2)) LIMIT ?3
