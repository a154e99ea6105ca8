// $p0: "actor-0"
// $p1: 20
MATCH (n0:Person)
WHERE n0.id = $p0
RETURN [
  n0.name,
  COLLECT {
    WITH n0, CASE WHEN COUNT { (n0)-[:MADE]->() } > 1000 AND coalesce(COLLECT { MATCH (kept:_Graph {id: 'graph'}) RETURN kept.`Accusation.saidOn` }[0] = COUNT { MATCH (:Accusation) }, false) THEN COLLECT {
      MATCH (n1:Accusation)
      WHERE n1.saidOn IS NOT NULL
      WITH n0, n1 ORDER BY n1.saidOn DESC, n1.id LIMIT 2000
      WHERE EXISTS { (n0)-[:MADE]->(n1) }
      WITH n1 LIMIT $p1
      RETURN n1
    } ELSE [] END AS n1_walked
    UNWIND CASE WHEN size(n1_walked) = $p1 THEN n1_walked ELSE COLLECT {
      MATCH (n0)-[:MADE]->(n1:Accusation)
      WITH DISTINCT n1 ORDER BY n1.saidOn DESC, n1.id LIMIT $p1
      RETURN n1
    } END AS n1
    RETURN [
      n1.id,
      n1.matter,
      n1.saidOn,
      COLLECT {
        MATCH (n1)-[:AGAINST]->(n2:Actor)
        WITH DISTINCT n2
        RETURN [CASE WHEN n2:Person THEN 0 WHEN n2:State THEN 1 WHEN n2:Organization THEN 2 END, n2.name]
      },
      COLLECT {
        MATCH (n1)-[:EVIDENCED_BY]->(n3:Evidence)
        RETURN [
          n3.quote,
          COLLECT {
            MATCH (n3)-[:QUOTED_FROM]->(n4:Document)
            WITH n4 ORDER BY n4.id LIMIT 1
            RETURN [
              n4.title,
              COLLECT {
                MATCH (n4)-[:PUBLISHED_BY]->(n5:Organization)
                WITH n5 ORDER BY n5.id LIMIT 1
                RETURN [n5.name]
              }[0]
            ]
          }[0]
        ]
      }
    ]
  }
] AS row
