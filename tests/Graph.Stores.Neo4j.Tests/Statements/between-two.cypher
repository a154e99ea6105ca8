// $p0: "actor-0"
// $p1: "actor-7"
// $p2: 50
MATCH (n1:Actor)
WHERE n1.id = $p0
MATCH (n2:Actor)
WHERE n2.id = $p1
WITH n1, n2, COUNT { ()<-[:MADE]-(n1) } <= COUNT { ()-[:AGAINST]->(n2) } AS fromFirst
CALL (n1, n2, fromFirst) {
  UNWIND CASE WHEN fromFirst THEN [n1] ELSE [] END AS n1_start
  MATCH (n0:Accusation)<-[:MADE]-(n1_start)
  WHERE EXISTS { MATCH (n0)-[:AGAINST]->(n2) }
  RETURN n0
  UNION ALL
  UNWIND CASE WHEN fromFirst THEN [] ELSE [n2] END AS n2_start
  MATCH (n0:Accusation)-[:AGAINST]->(n2_start)
  WHERE EXISTS { MATCH (n0)<-[:MADE]-(n1) }
  RETURN n0
}
WITH n0
WITH DISTINCT n0 ORDER BY n0.saidOn, n0.id LIMIT $p2
RETURN [
  n0.id,
  n0.saidOn,
  n0.matter,
  COLLECT {
    MATCH (n0)-[:EVIDENCED_BY]->(n3:Evidence)
    RETURN [
      n3.quote,
      COLLECT {
        MATCH (n3)-[:QUOTED_FROM]->(n4:Document)
        WITH n4 ORDER BY n4.id LIMIT 1
        RETURN [
          n4.title,
          COLLECT {
            MATCH (n4)-[:PUBLISHED_BY]->(n5:Organization)
            WITH n5 ORDER BY n5.id LIMIT 1
            RETURN [n5.name]
          }[0]
        ]
      }[0]
    ]
  }
] AS row
