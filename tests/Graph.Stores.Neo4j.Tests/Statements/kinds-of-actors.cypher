// $p0: "A"
// $p1: 6
MATCH (n0:Actor)
WHERE n0:Person|State AND NOT (n0:State) AND n0.name STARTS WITH $p0
WITH n0 ORDER BY n0.name, n0.id LIMIT $p1
RETURN [
  CASE WHEN n0:Person THEN 0 WHEN n0:State THEN 1 WHEN n0:Organization THEN 2 END,
  n0.name,
  n0.born,
  n0.kind,
  CASE WHEN n0:State THEN COLLECT { MATCH (n0)<-[:LIES_IN]-(n1:Place) WITH n1 ORDER BY n1.id RETURN [n1.name] } END
] AS row
