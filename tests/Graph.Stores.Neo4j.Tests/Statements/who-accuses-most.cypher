// $p0: "actor-1"
// $p1: 10
// $p2_ids (Ids): ["actor-1","actor-2"]
// $p3: 5
RETURN [
  COLLECT {
    MATCH (n1:Actor)
    WHERE n1.id = $p0
    MATCH (n0:Actor)-[:ACCUSED]->(n1)
    WITH DISTINCT n0 ORDER BY n0.name, n0.id LIMIT $p1 + 1
    RETURN [
      CASE WHEN n0:Person THEN 0 WHEN n0:State THEN 1 WHEN n0:Organization THEN 2 END,
      n0.id,
      n0.name,
      [
        COLLECT {
          MATCH (n0)-[r2:ACCUSED]->(n2:Actor)
          WHERE n2.id IN $p2_ids
          WITH n2, r2 ORDER BY n2.id LIMIT $p3 + 1
          RETURN [r2.accusations, r2.first, r2.last, n2.name]
        },
        COUNT { MATCH (n0)-[:ACCUSED]->(n3:Actor) WHERE n3.id IN $p2_ids },
        null
      ]
    ]
  },
  COUNT {
    MATCH (n5:Actor)
    WHERE n5.id = $p0
    MATCH (n4:Actor)-[:ACCUSED]->(n5)
    WITH DISTINCT n4
    RETURN n4
  },
  null
] AS row
