CALL () {
  UNWIND $p0 AS key
  WITH DISTINCT key
  MATCH (n0) WHERE id(n0) = key
  CALL (n0) {
    UNWIND CASE WHEN COUNT { (n0)--() } > 50 THEN [] ELSE [n0] END AS n0_one
    MATCH (n0_one)-[r0:MADE]->(m0)
    RETURN CASE type(r0) WHEN 'MADE' THEN 0 END AS step, count(DISTINCT m0) AS total
    UNION ALL
    UNWIND CASE WHEN COUNT { (n0)--() } > 50 THEN [n0] ELSE [] END AS n0_one
    MATCH (n0_one)-[r0:MADE]->(m0)
    RETURN CASE type(r0) WHEN 'MADE' THEN 0 END AS step, count(DISTINCT m0) AS total
  }
  RETURN [step, id(n0), total, []] AS row
  UNION ALL
  UNWIND $p1 AS key
  WITH DISTINCT key
  MATCH (n1) WHERE id(n1) = key
  CALL (n1) {
    UNWIND CASE WHEN COUNT { (n1)--() } > 50 THEN [] ELSE [n1] END AS n1_one
    MATCH (n1_one)<-[r1:ANSWERS]-(m1)
    RETURN CASE type(r1) WHEN 'ANSWERS' THEN 1 END AS step, count(DISTINCT m1) AS total
    UNION ALL
    UNWIND CASE WHEN COUNT { (n1)--() } > 50 THEN [n1] ELSE [] END AS n1_one
    UNWIND [[1, COUNT { (n1_one)<-[:ANSWERS]-() }]] AS counted
    WITH counted WHERE counted[1] > 0
    RETURN counted[0] AS step, counted[1] AS total
  }
  RETURN [step, id(n1), total, []] AS row
}
RETURN row
