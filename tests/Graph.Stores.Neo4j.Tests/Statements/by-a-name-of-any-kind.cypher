// $p0: "Actor 12"
// $p1: 10
CALL () {
  MATCH (n1:Person) WHERE n1.name = $p0 RETURN n1
  UNION ALL
  MATCH (n1:State) WHERE n1.name = $p0 RETURN n1
  UNION ALL
  MATCH (n1:Organization) WHERE n1.name = $p0 RETURN n1
}
MATCH (n0:Accusation)<-[:MADE]-(n1)
WITH DISTINCT n0 ORDER BY n0.saidOn DESC, n0.id LIMIT $p1
RETURN [n0.id] AS row
