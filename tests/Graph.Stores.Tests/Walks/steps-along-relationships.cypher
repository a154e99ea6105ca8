CALL () {
  UNWIND $p0 AS start
  MATCH (n0)-[r0:ANSWERS]->(m0)
  WHERE id(n0) = start
  RETURN [0, id(n0), id(m0)] AS row
  UNION ALL
  UNWIND $p0 AS start
  MATCH (n1)<-[r1:MADE]-(m1)
  WHERE id(n1) = start
  RETURN DISTINCT [1, id(n1), id(m1)] AS row
  UNION ALL
  UNWIND $p0 AS start
  MATCH (n2)-[r2:ACCUSED]->(m2)
  WHERE id(n2) = start
  RETURN [2, id(n2), id(m2), r2.accusations, r2.first, r2.last] AS row
}
RETURN row LIMIT $p2
