// $p0: "Event 3"
// $p1: 10
MATCH (n1:Event)
WHERE n1.name = $p0
MATCH (n0:Accusation)-[:ABOUT]->(n1)
WITH DISTINCT n0 ORDER BY n0.saidOn DESC, n0.id LIMIT $p1
RETURN [
  n0.id,
  n0.matter,
  n0.saidOn,
  COLLECT { MATCH (n0)<-[:MADE]-(n2:Actor) WITH DISTINCT n2 RETURN [n2.name] },
  COLLECT { MATCH (n0)-[:AGAINST]->(n3:Actor) WITH DISTINCT n3 RETURN [n3.name] }
] AS row
