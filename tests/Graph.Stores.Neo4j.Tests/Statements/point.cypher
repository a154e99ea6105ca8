// $p0: "acc-4242"
MATCH (n0:Accusation)
WHERE n0.id = $p0
RETURN [
  n0.id,
  n0.matter,
  n0.saidOn,
  COLLECT {
    MATCH (n0)<-[:MADE]-(n1:Actor)
    WITH DISTINCT n1
    RETURN [CASE WHEN n1:Person THEN 0 WHEN n1:State THEN 1 WHEN n1:Organization THEN 2 END, n1.name]
  },
  COLLECT {
    MATCH (n0)-[:AGAINST]->(n2:Actor)
    WITH DISTINCT n2
    RETURN [CASE WHEN n2:Person THEN 0 WHEN n2:State THEN 1 WHEN n2:Organization THEN 2 END, n2.name]
  }
] AS row
