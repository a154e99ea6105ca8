// $p0: 20
RETURN [
  COLLECT {
    WITH coalesce(COLLECT { MATCH (kept:_Graph {id: 'graph'}) RETURN kept.`Accusation.saidOn` }[0] = COUNT { MATCH (:Accusation) }, false) AS complete
    CALL (complete) {
      UNWIND CASE WHEN complete THEN [] ELSE [0] END AS gap
      MATCH (n0:Accusation)
      WHERE n0.saidOn IS NULL
      WITH n0 ORDER BY n0.saidOn DESC, n0.id LIMIT $p0 + 1
      RETURN n0
      UNION ALL
      MATCH (n0:Accusation)
      WHERE n0.saidOn IS NOT NULL
      WITH n0 ORDER BY n0.saidOn DESC, n0.id LIMIT $p0 + 1
      RETURN n0
    }
    WITH n0 ORDER BY n0.saidOn DESC, n0.id LIMIT $p0 + 1
    RETURN [n0.id, n0.matter, n0.saidOn]
  },
  COUNT { MATCH (:Accusation) },
  null
] AS row
