CALL () {
  UNWIND $p0 AS key
  WITH DISTINCT key
  MATCH (n0) WHERE id(n0) = key
  MATCH (n0)-[r0:MADE]->(m0)
  WHERE id(m0) IN $p1
  RETURN [id(n0), 0, [[id(m0)]]] AS row
  UNION ALL
  UNWIND $p1 AS key
  WITH DISTINCT key
  MATCH (n1) WHERE id(n1) = key
  MATCH (n1)<-[r1:ANSWERS|TOOK_PART_IN]-(m1)
  WHERE id(m1) IN $p1
  RETURN [id(n1), CASE type(r1) WHEN 'ANSWERS' THEN 1 WHEN 'TOOK_PART_IN' THEN 3 END, [[id(m1)]]] AS row
  UNION ALL
  UNWIND $p0 AS key
  WITH DISTINCT key
  MATCH (n2) WHERE id(n2) = key
  MATCH (n2)-[r2:ACCUSED]->(m2)
  WHERE id(m2) IN $p1
  RETURN [id(n2), 2, [[id(m2), r2.accusations]]] AS row
}
RETURN row
