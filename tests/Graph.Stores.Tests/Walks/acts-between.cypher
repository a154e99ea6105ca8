UNWIND range(0, size($p0) - 1) AS position
WITH position, $p0[position] AS start, $p1[position] AS finish
MATCH (n1) WHERE id(n1) = start
MATCH (n2) WHERE id(n2) = finish
CALL (n1, n2) {
  CALL (n1, n2) {
    UNWIND CASE WHEN COUNT { ()<-[:MADE]-(n1) } <= COUNT { ()-[:AGAINST]->(n2) } THEN [n1] ELSE [] END AS n1_start
    MATCH (n0:Accusation)<-[:MADE]-(n1_start)
    WHERE n0.confidence > $p3 AND EXISTS { (n0)-[:AGAINST]->(n2) }
    RETURN n0
    UNION ALL
    UNWIND CASE WHEN COUNT { ()-[:AGAINST]->(n2) } < COUNT { ()<-[:MADE]-(n1) } THEN [n2] ELSE [] END AS n2_start
    MATCH (n0:Accusation)-[:AGAINST]->(n2_start)
    WHERE n0.confidence > $p3 AND EXISTS { (n0)<-[:MADE]-(n1) }
    RETURN n0
  }
  WITH DISTINCT n0
  RETURN count(n0) AS number
}
CALL (n1, n2) {
  CALL (n1, n2) {
    UNWIND CASE WHEN COUNT { ()<-[:MADE]-(n1) } <= COUNT { ()-[:AGAINST]->(n2) } THEN [n1] ELSE [] END AS n1_start
    MATCH (n0:Accusation)<-[:MADE]-(n1_start)
    WHERE n0.confidence > $p3 AND EXISTS { (n0)-[:AGAINST]->(n2) }
    RETURN n0
    UNION ALL
    UNWIND CASE WHEN COUNT { ()-[:AGAINST]->(n2) } < COUNT { ()<-[:MADE]-(n1) } THEN [n2] ELSE [] END AS n2_start
    MATCH (n0:Accusation)-[:AGAINST]->(n2_start)
    WHERE n0.confidence > $p3 AND EXISTS { (n0)<-[:MADE]-(n1) }
    RETURN n0
  }
  WITH DISTINCT n0
  WITH n0 ORDER BY n0.id LIMIT $p2
  RETURN collect([n0.id]) AS acts
}
RETURN [position, acts, number] AS row
