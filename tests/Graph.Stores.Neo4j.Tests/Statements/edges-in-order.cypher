// $p0: 5
// $p1: 2
MATCH (n0:Office)
WHERE n0.id IS NOT NULL
WITH n0 ORDER BY n0.id LIMIT $p0
RETURN [
  [
    COLLECT {
      MATCH (n0)<-[r1:HELD]-(n1:Person)
      WHERE r1.until IS NOT NULL
      WITH n1, r1 ORDER BY r1.since, n1.id DESC LIMIT $p1 + 1
      WITH n1, r1 ORDER BY r1.since DESC, n1.id
      RETURN [r1.since, n1.name]
    },
    COUNT { MATCH (n0)<-[r2:HELD]-(n2:Person) WHERE r2.until IS NOT NULL },
    null
  ]
] AS row
