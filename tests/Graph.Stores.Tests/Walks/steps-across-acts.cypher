CALL () {
  UNWIND $p0 AS start
  MATCH (n0:Accusation)<-[:MADE]-(n1)
  WHERE n0.confidence > $p3 AND id(n1) = start
  MATCH (n0)-[:AGAINST]->(n2:Actor)
  RETURN DISTINCT [0, id(n1), id(n2)] AS row
  UNION ALL
  UNWIND $p0 AS start
  MATCH (n3:Accusation)-[:AGAINST]->(n4)
  WHERE id(n4) = start
  MATCH (n3)<-[:MADE]-(n5:Actor)
  WITH id(n4) AS near, id(n5) AS far, count(DISTINCT n3) AS acts, min(n3.saidOn) AS first, max(n3.saidOn) AS last
  RETURN [1, near, far, acts, first, last] AS row
}
RETURN row LIMIT $p2
