CALL () {
  UNWIND $p0 AS key
  WITH DISTINCT key
  MATCH (n0) WHERE id(n0) = key
  CALL (n0) {
    UNWIND CASE WHEN COUNT { (n0)--() } > 50 THEN [] ELSE [n0] END AS n0_one
    MATCH (n0_one)-[r0:MADE|ACCUSED]->(m0)
    WITH type(r0) AS type, count(DISTINCT m0) AS total
    RETURN CASE type WHEN 'MADE' THEN 0 WHEN 'ACCUSED' THEN 2 END AS step, total
    UNION ALL
    UNWIND CASE WHEN COUNT { (n0)--() } > 50 THEN [n0] ELSE [] END AS n0_one
    MATCH (n0_one)-[r0:MADE]->(m0)
    WITH type(r0) AS type, count(DISTINCT m0) AS total
    RETURN 0 AS step, total
    UNION ALL
    UNWIND CASE WHEN COUNT { (n0)--() } > 50 THEN [n0] ELSE [] END AS n0_one
    UNWIND [[2, COUNT { (n0_one)-[:ACCUSED]->() }]] AS counted
    WITH counted WHERE counted[1] > 0
    RETURN counted[0] AS step, counted[1] AS total
  }
  RETURN [id(n0), step, total] AS row
  UNION ALL
  UNWIND $p1 + $p0 AS key
  WITH DISTINCT key
  MATCH (n1) WHERE id(n1) = key
  CALL (n1) {
    UNWIND CASE WHEN COUNT { (n1)--() } > 50 THEN [] ELSE [n1] END AS n1_one
    MATCH (n1_one)<-[r1:ANSWERS|TOOK_PART_IN|ACCUSED]-(m1)
    WITH type(r1) AS type, count(DISTINCT m1) AS total
    RETURN CASE type WHEN 'ANSWERS' THEN 1 WHEN 'TOOK_PART_IN' THEN 3 WHEN 'ACCUSED' THEN 4 END AS step, total
    UNION ALL
    UNWIND CASE WHEN COUNT { (n1)--() } > 50 THEN [n1] ELSE [] END AS n1_one
    MATCH (n1_one)<-[r1:TOOK_PART_IN]-(m1)
    WITH type(r1) AS type, count(DISTINCT m1) AS total
    RETURN 3 AS step, total
    UNION ALL
    UNWIND CASE WHEN COUNT { (n1)--() } > 50 THEN [n1] ELSE [] END AS n1_one
    UNWIND [[1, COUNT { (n1_one)<-[:ANSWERS]-() }], [4, COUNT { (n1_one)<-[:ACCUSED]-() }]] AS counted
    WITH counted WHERE counted[1] > 0
    RETURN counted[0] AS step, counted[1] AS total
  }
  RETURN [id(n1), step, total] AS row
}
RETURN row
