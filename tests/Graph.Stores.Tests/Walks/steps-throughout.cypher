CALL () {
  UNWIND $p0 AS start
  MATCH (n1)-[:ANSWERS*0..]-(m2)
  WHERE id(n1) = start
  WITH DISTINCT m2
  WITH id(m2) AS start
  MATCH (n0)-[r0:ANSWERS]->(m0)
  WHERE id(n0) = start
  RETURN [0, id(n0), id(m0)] AS row
}
RETURN row LIMIT $p2
