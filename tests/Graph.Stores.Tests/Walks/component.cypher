UNWIND $p0 AS start
MATCH (n0) WHERE id(n0) = start
MATCH (n0)-[:ANSWERS*0..]-(found)
WITH DISTINCT found
RETURN [id(found), found.id, found.saidOn, COLLECT { MATCH (found)-[:ANSWERS]->(m1) RETURN id(m1) }] AS row
