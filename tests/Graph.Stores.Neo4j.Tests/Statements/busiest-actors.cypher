// $p0: 10
// $p1: 400
// $p2: "actor-9"
MATCH (n0:Actor)
WITH n0, COUNT { (n0)-[:ACCUSED]->() } AS n0_key0
WHERE (n0_key0 <= $p1 AND (n0_key0 < $p1 OR n0.id > $p2))
WITH n0, n0_key0 ORDER BY n0_key0 DESC, n0.id LIMIT $p0
RETURN [
  n0.name,
  COUNT { (n0)-[:ACCUSED]->() },
  COUNT { MATCH (n0)-[:MADE]->(n1:Accusation) RETURN DISTINCT n1 }
] AS row
