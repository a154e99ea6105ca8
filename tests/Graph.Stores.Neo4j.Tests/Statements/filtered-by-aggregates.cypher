// $p0: 12
// $p1: 0.9
// $p2: "DENY"
MATCH (n0:Claim)
WHERE COUNT { (n0)<-[:ALLEGES]-() } >= $p0
  AND COLLECT {
  MATCH (n0)<-[:ALLEGES]-(n1:Accusation)
  WITH max(n1.confidence) AS aggregate
  RETURN aggregate
}[0] < $p1
  AND NOT (COUNT { MATCH (n0)<-[:ALLEGES]-(n2:Accusation) WHERE n2.act = $p2 } = 1)
WITH n0 ORDER BY n0.id
RETURN [n0.id] AS row
