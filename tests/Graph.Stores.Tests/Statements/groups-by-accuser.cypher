MATCH (n0:Accusation)
OPTIONAL MATCH (n0)<-[:MADE]-(key0:Actor)
WITH DISTINCT n0, key0
WITH key0, count(*) AS figure0
WITH * ORDER BY figure0 DESC, key0.name, key0.id LIMIT $p0
RETURN [
  key0.name,
  key0.id,
  CASE WHEN key0 IS NOT NULL THEN CASE WHEN key0:Person THEN 0 WHEN key0:State THEN 1 WHEN key0:Organization THEN 2 END END,
  figure0
] AS row
