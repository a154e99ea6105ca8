UNWIND $p0 AS start
MATCH (n0) WHERE id(n0) = start
MATCH (n0)-[:ANSWERS*0..]-(found)
WITH DISTINCT found
OPTIONAL MATCH (found)-[:ANSWERS]->(m1)
RETURN [id(found), found.id, found.saidOn, id(m1)] AS row
