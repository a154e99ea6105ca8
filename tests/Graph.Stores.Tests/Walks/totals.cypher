CALL () {
  UNWIND $p0 AS start
  MATCH (n0)-[r0:MADE]->(m0)
  WHERE id(n0) = start
  WITH 0 AS step, id(n0) AS near, count(DISTINCT m0) AS total
  RETURN [step, near, total] AS row
  UNION ALL
  UNWIND $p0 AS start
  MATCH (n1)<-[r1:ANSWERS]-(m1)
  WHERE id(n1) = start
  WITH 1 AS step, id(n1) AS near, count(DISTINCT m1) AS total
  RETURN [step, near, total] AS row
  UNION ALL
  UNWIND $p0 AS start
  MATCH (n2:Accusation)<-[:MADE]-(n3)
  WHERE n2.confidence > $p3 AND id(n3) = start
  MATCH (n2)-[:AGAINST]->(n4:Actor)
  WITH 2 AS step, id(n3) AS near, count(DISTINCT n4) AS total
  RETURN [step, near, total] AS row
}
RETURN row LIMIT $p2
