// $p0: 5
MATCH (n0:Claim)
WITH n0 ORDER BY n0.id
CALL (n0) {
  MATCH (n0)<-[:ALLEGES]-(n1:Accusation)
  WITH n1 ORDER BY n1.id
  CALL (n1) { MATCH (n1)-[:EVIDENCED_BY]->(n2:Evidence) RETURN max(n2.startOffset) AS n2_0 }
  RETURN collect([n1.id, [null, null, [n2_0]]]) AS n1_rows
}
CALL (n0) {
  WITH n0, COUNT {
    MATCH (n0)<-[:ALLEGES]-(n3:Accusation)
    WHERE COLLECT {
      MATCH (n3)-[:EVIDENCED_BY]->(n4:Evidence)
      WITH max(n4.startOffset) AS aggregate
      RETURN aggregate
    }[0] >= $p0
  } AS n0_apart1
  RETURN n0_apart1
}
RETURN [n0.id, n1_rows, [null, n0_apart1, null]] AS row
