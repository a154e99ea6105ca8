// $p0_first (FirstZone): "2026-01-02T11:00:00+01:00"
// $p0_last (LastZone): "2026-01-02T11:00:00+01:00"
// $p1_last (LastZone): "2026-01-08T10:00:00+00:00"
// $p2_first (FirstZone): ["2026-01-03T10:00:00+00:00"]
// $p2_last (LastZone): ["2026-01-03T10:00:00+00:00"]
// $p3: 5
MATCH (n0:Accusation)
WHERE ((n0.importedAt >= $p0_first AND n0.importedAt <= $p0_last) OR n0.importedAt > $p1_last OR any(i IN range(0, size($p2_first) - 1) WHERE n0.importedAt >= $p2_first[i] AND n0.importedAt <= $p2_last[i]))
  AND n0.id IS NOT NULL
WITH n0 ORDER BY n0.id LIMIT $p3
RETURN [n0.id] AS row
