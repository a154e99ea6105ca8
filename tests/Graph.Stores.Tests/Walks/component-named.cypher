MATCH (n0:Accusation)
WHERE n0.id = $p3
MATCH (n0)-[:ANSWERS*0..]-(found)
WITH DISTINCT found
OPTIONAL MATCH (found)-[:ANSWERS]->(m1)
RETURN [id(found), found.id, found.saidOn, found.act, id(m1)] AS row
