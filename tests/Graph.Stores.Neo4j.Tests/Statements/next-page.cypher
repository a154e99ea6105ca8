// $p0: 20
// $p1: "2025-01-02"
// $p2: "acc-1"
RETURN [
  COLLECT {
    MATCH (n0:Accusation)
    WHERE (n0.saidOn <= $p1 AND (n0.saidOn < $p1 OR n0.id > $p2)) AND n0.saidOn IS NOT NULL
    WITH n0 ORDER BY n0.saidOn DESC, n0.id LIMIT $p0 + 1
    RETURN [n0.id, n0.saidOn]
  },
  null,
  null
] AS row
