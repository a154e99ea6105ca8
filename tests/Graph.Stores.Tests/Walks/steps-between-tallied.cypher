CALL () {
  UNWIND $p0 AS start
  MATCH (n0)-[r0:ACCUSED]->(m0)
  WHERE id(n0) = start AND id(m0) IN $p1
  RETURN [0, id(n0), id(m0), r0.accusations, r0.first, r0.last] AS row
}
RETURN row LIMIT $p2
