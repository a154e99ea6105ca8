MATCH (n2:Accusation)
WHERE n2.saidOn >= $p0 AND n2.saidOn < $p1 AND n2.act = 'ACCUSE'
MATCH (n2)<-[:MADE]-(n0:Actor)
MATCH (n2)-[:AGAINST]->(n1:Actor)
OPTIONAL MATCH (n2)-[:ALLEGES]->(claim:Claim)
OPTIONAL MATCH (n2)-[:EVIDENCED_BY]->(report:Evidence)
WITH *, EXISTS { MATCH (answer:Accusation)-[:ANSWERS]->(n2) WHERE answer.act = 'DENY' } AS Denied
WITH n0, n1, count(DISTINCT n2) AS Acts, count(DISTINCT coalesce(claim, n2)) AS Claims, count(DISTINCT report) AS Evidence, count(DISTINCT CASE WHEN Denied THEN n2 END) AS Denied
ORDER BY Acts DESC, n0.id, n1.id
LIMIT $p2
RETURN [[n0.id], [n1.id], Acts, Claims, Evidence, Denied] AS row
