MATCH (n2:Accusation)
WHERE n2.act = 'ACCUSE'
CALL (n2) {
  WITH n2, COLLECT { MATCH (n2)-[:ON_BEHALF_OF]->(n0:Actor) RETURN DISTINCT n0 } AS n0_behalf
  UNWIND CASE WHEN size(n0_behalf) > 0 THEN n0_behalf ELSE COLLECT {
    MATCH (n2)<-[:MADE]-(n3:Actor)
    WITH n2, n3, COLLECT {
      MATCH (n3)-[n3_held:HELD]->(n5:Office)
      WHERE n2.saidOn IS NOT NULL
        AND (n3_held.since IS NULL OR n3_held.since <= n2.saidOn)
        AND (n3_held.until IS NULL OR n2.saidOn < n3_held.until)
      MATCH (n5)-[:OFFICE_OF]->(n4:Actor)
      RETURN DISTINCT n4
    } AS n0_offices
    UNWIND CASE WHEN size(n0_offices) > 0 THEN n0_offices ELSE [n3] END AS n0
    RETURN DISTINCT n0
  } END AS n0
  WITH DISTINCT n0, [n0] AS n0_here, CASE WHEN n0:State THEN [n0] ELSE [] END AS n0_found
  WITH n0, n0_found, CASE WHEN size(n0_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n0_here AS n0_one
    MATCH (n0_one)-[:BELONGS_TO]->(n0_above:Actor)
    RETURN DISTINCT n0_above
  } END AS n0_here
  WITH n0, n0_here, CASE WHEN size(n0_found) > 0 THEN n0_found ELSE [n0_one IN n0_here WHERE n0_one:State] END AS n0_found
  WITH n0, n0_found, CASE WHEN size(n0_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n0_here AS n0_one
    MATCH (n0_one)-[:BELONGS_TO]->(n0_above:Actor)
    RETURN DISTINCT n0_above
  } END AS n0_here
  WITH n0, n0_here, CASE WHEN size(n0_found) > 0 THEN n0_found ELSE [n0_one IN n0_here WHERE n0_one:State] END AS n0_found
  WITH n0, n0_found, CASE WHEN size(n0_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n0_here AS n0_one
    MATCH (n0_one)-[:BELONGS_TO]->(n0_above:Actor)
    RETURN DISTINCT n0_above
  } END AS n0_here
  WITH n0, n0_here, CASE WHEN size(n0_found) > 0 THEN n0_found ELSE [n0_one IN n0_here WHERE n0_one:State] END AS n0_found
  WITH n0, n0_found, CASE WHEN size(n0_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n0_here AS n0_one
    MATCH (n0_one)-[:BELONGS_TO]->(n0_above:Actor)
    RETURN DISTINCT n0_above
  } END AS n0_here
  WITH n0, n0_here, CASE WHEN size(n0_found) > 0 THEN n0_found ELSE [n0_one IN n0_here WHERE n0_one:State] END AS n0_found
  UNWIND CASE WHEN size(n0_found) > 0 THEN n0_found ELSE [n0] END AS n0_above
  WITH n0_above AS n0
  RETURN DISTINCT n0
}
CALL (n2) {
  UNWIND COLLECT {
    MATCH (n2)-[:AGAINST]->(n6:Actor)
    WITH n2, n6, COLLECT {
      MATCH (n6)-[n6_held:HELD]->(n8:Office)
      WHERE n2.saidOn IS NOT NULL
        AND (n6_held.since IS NULL OR n6_held.since <= n2.saidOn)
        AND (n6_held.until IS NULL OR n2.saidOn < n6_held.until)
      MATCH (n8)-[:OFFICE_OF]->(n7:Actor)
      RETURN DISTINCT n7
    } AS n1_offices
    UNWIND CASE WHEN size(n1_offices) > 0 THEN n1_offices ELSE [n6] END AS n1
    RETURN DISTINCT n1
  } AS n1
  WITH DISTINCT n1, [n1] AS n1_here, CASE WHEN n1:State THEN [n1] ELSE [] END AS n1_found
  WITH n1, n1_found, CASE WHEN size(n1_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n1_here AS n1_one
    MATCH (n1_one)-[:BELONGS_TO]->(n1_above:Actor)
    RETURN DISTINCT n1_above
  } END AS n1_here
  WITH n1, n1_here, CASE WHEN size(n1_found) > 0 THEN n1_found ELSE [n1_one IN n1_here WHERE n1_one:State] END AS n1_found
  WITH n1, n1_found, CASE WHEN size(n1_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n1_here AS n1_one
    MATCH (n1_one)-[:BELONGS_TO]->(n1_above:Actor)
    RETURN DISTINCT n1_above
  } END AS n1_here
  WITH n1, n1_here, CASE WHEN size(n1_found) > 0 THEN n1_found ELSE [n1_one IN n1_here WHERE n1_one:State] END AS n1_found
  WITH n1, n1_found, CASE WHEN size(n1_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n1_here AS n1_one
    MATCH (n1_one)-[:BELONGS_TO]->(n1_above:Actor)
    RETURN DISTINCT n1_above
  } END AS n1_here
  WITH n1, n1_here, CASE WHEN size(n1_found) > 0 THEN n1_found ELSE [n1_one IN n1_here WHERE n1_one:State] END AS n1_found
  WITH n1, n1_found, CASE WHEN size(n1_found) > 0 THEN [] ELSE COLLECT {
    UNWIND n1_here AS n1_one
    MATCH (n1_one)-[:BELONGS_TO]->(n1_above:Actor)
    RETURN DISTINCT n1_above
  } END AS n1_here
  WITH n1, n1_here, CASE WHEN size(n1_found) > 0 THEN n1_found ELSE [n1_one IN n1_here WHERE n1_one:State] END AS n1_found
  UNWIND CASE WHEN size(n1_found) > 0 THEN n1_found ELSE [n1] END AS n1_above
  WITH n1_above AS n1
  RETURN DISTINCT n1
}
WITH n0, n1, count(DISTINCT n2) AS Acts, max(n2.saidOn) AS Last
ORDER BY Last DESC, n0.id, n1.id
LIMIT $p0
RETURN [[n0.id], [n1.id], n0 = n1, Acts, Last] AS row
