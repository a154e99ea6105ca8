CALL () {
  UNWIND $p0 AS key
  WITH DISTINCT key
  MATCH (n0) WHERE id(n0) = key
  MATCH (n0)-[r0:MADE]->(m0)
  WITH n0, CASE type(r0) WHEN 'MADE' THEN 0 END AS step, count(DISTINCT m0) AS total
  RETURN [step, id(n0), total, []] AS row
  UNION ALL
  UNWIND $p1 AS key
  WITH DISTINCT key
  MATCH (n1) WHERE id(n1) = key
  MATCH (n1)<-[r1:ANSWERS]-(m1)
  WITH n1, CASE type(r1) WHEN 'ANSWERS' THEN 1 END AS step, count(DISTINCT m1) AS total
  RETURN [step, id(n1), total, []] AS row
}
RETURN row
