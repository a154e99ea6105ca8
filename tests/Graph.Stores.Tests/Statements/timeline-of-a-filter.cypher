MATCH (n0:Accusation)
WHERE n0.confidence >= $p0 AND n0.act IN $p1 AND n0.saidOn IS NOT NULL
WITH *, 1 AS rank, null AS text, null AS key, false AS isOther
OPTIONAL MATCH (n0)-[:EVIDENCED_BY]->(report:Evidence)
WITH CASE WHEN n0.saidOn IS :: DATE NOT NULL THEN date.truncate('week', n0.saidOn) ELSE n0.saidOn END AS time, rank, text, key, isOther, count(DISTINCT n0) AS f0, count(DISTINCT report) AS f1
ORDER BY time, rank LIMIT $p3
RETURN [time, rank, text, key, isOther, f0, f1] AS row
