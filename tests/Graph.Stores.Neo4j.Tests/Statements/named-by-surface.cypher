// $p0: "actor-0"
// $p1: "Kyiv"
// $p2: "actor-7"
MATCH (n1:Actor)
WHERE n1.id = $p0
MATCH (n2:Actor)
WHERE n2.id = $p2
WITH n1, n2, COUNT { ()<-[:MADE]-(n1) } <= COUNT { ()-[:AGAINST]->(n2) } AS fromFirst
CALL (n1, n2, fromFirst) {
  UNWIND CASE WHEN fromFirst THEN [n1] ELSE [] END AS n1_start
  MATCH (n0:Accusation)<-[r1:MADE]-(n1_start)
  WHERE r1.surface = $p1 AND EXISTS { MATCH (n0)-[:AGAINST]->(n2) }
  RETURN n0
  UNION ALL
  UNWIND CASE WHEN fromFirst THEN [] ELSE [n2] END AS n2_start
  MATCH (n0:Accusation)-[:AGAINST]->(n2_start)
  WHERE EXISTS { MATCH (n0)<-[r1:MADE]-(n1) WHERE r1.surface = $p1 }
  RETURN n0
}
WITH n0
WITH DISTINCT n0
RETURN [n0.id] AS row
