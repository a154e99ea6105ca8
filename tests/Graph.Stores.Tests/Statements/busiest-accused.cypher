MATCH (n0:Accusation)
WHERE n0.act = $p0
MATCH (n0)-[:AGAINST]->(key0:Actor)
WITH DISTINCT n0, key0
WITH key0, count(*) AS figure0
WITH * ORDER BY figure0 DESC, key0.name, key0.id LIMIT $p1
RETURN [key0.id, key0.name, figure0] AS row
