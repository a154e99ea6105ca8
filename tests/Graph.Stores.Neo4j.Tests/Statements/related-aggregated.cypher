// $p0: "acc-1"
MATCH (n0:Accusation)
WHERE n0.id = $p0
CALL (n0) { MATCH (n0)-[:EVIDENCED_BY]->(n1:Evidence) RETURN sum(n1.startOffset) AS n1_0 }
CALL (n0) {
  MATCH (n0)<-[r3:MADE]-(n3:Actor)
  RETURN min(CASE WHEN r3.surface IS NOT NULL THEN [-size(r3.surface), r3.surface] END)[1] AS n3_0
}
RETURN [
  [
    null,
    COUNT { (n0)-[:EVIDENCED_BY]->() },
    [COUNT { (n0)-[:EVIDENCED_BY]->() }, COUNT { (n0)-[:EVIDENCED_BY]->() }, n1_0]
  ],
  [
    null,
    COUNT { (n0)<-[:MADE]-() },
    [COUNT { MATCH (n0)<-[:MADE]-(n2:Actor) RETURN DISTINCT n2 }, n3_0]
  ]
] AS row
