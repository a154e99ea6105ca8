CALL () {
  UNWIND $p0 AS start
  MATCH (n1) WHERE id(n1) = start
  MATCH (n1)-[:ANSWERS*0..]-(found)
  WITH DISTINCT found
  MATCH (found)-[r0:ANSWERS]->(m0)
  RETURN [0, id(found), id(m0)] AS row
}
RETURN row LIMIT $p2
