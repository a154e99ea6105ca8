CALL () {
  UNWIND $p0 AS start
  MATCH (n0)-[r0:MADE]->(m0)
  WHERE id(n0) = start AND id(m0) IN $p1
  RETURN [0, id(n0), id(m0)] AS row
}
RETURN row LIMIT $p2
