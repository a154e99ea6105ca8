CALL () {
  MATCH (n1:Accusation)
  WHERE n1.id = $p3
  MATCH (n1)-[:ANSWERS*0..]-(found)
  WITH DISTINCT found
  MATCH (found)-[r0:ANSWERS]->(m0)
  RETURN [0, id(found), id(m0)] AS row
}
RETURN row LIMIT $p2
