// $p0: 10
// $p1: 5
WITH coalesce(COLLECT { MATCH (kept:_Graph {id: 'graph'}) RETURN kept.`Accusation.saidOn` }[0] = COUNT { MATCH (:Accusation) }, false) AS complete
CALL (complete) {
  UNWIND CASE WHEN complete THEN [] ELSE [0] END AS gap
  MATCH (n0:Accusation)
  WHERE n0.saidOn IS NULL
  WITH n0 ORDER BY n0.saidOn, n0.id LIMIT $p0 + $p1
  RETURN n0
  UNION ALL
  MATCH (n0:Accusation)
  WHERE n0.saidOn IS NOT NULL
  WITH n0 ORDER BY n0.saidOn, n0.id LIMIT $p0 + $p1
  RETURN n0
}
WITH n0 ORDER BY n0.saidOn, n0.id SKIP $p1 LIMIT $p0
RETURN [n0.id, n0.saidOn] AS row
