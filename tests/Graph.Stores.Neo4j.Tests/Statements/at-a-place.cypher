// $p0: "Istanbul"
// $p1: "DENY"
// $p2: 10
MATCH (n2:Place)
WHERE n2.name = $p0
MATCH (n1:Event)-[:HELD_AT]->(n2)
WITH DISTINCT n1
MATCH (n0:Accusation)-[:ABOUT]->(n1)
WHERE n0.act = $p1
WITH DISTINCT n0 ORDER BY n0.saidOn DESC, n0.id LIMIT $p2
RETURN [n0.id] AS row
