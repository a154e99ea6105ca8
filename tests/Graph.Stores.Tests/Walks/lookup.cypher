UNWIND range(0, size($p0) - 1) AS position
WITH position, $p0[position] AS start
MATCH (n0:Actor)
WHERE id(n0) = start
RETURN [position, [CASE WHEN n0:Person THEN 0 WHEN n0:State THEN 1 WHEN n0:Organization THEN 2 END, n0.id]] AS row
UNION ALL
UNWIND range(0, size($p0) - 1) AS position
WITH position, $p0[position] AS start
MATCH (n1:Accusation)
WHERE n1.confidence > $p3 AND id(n1) = start
RETURN [position, [id(n1), n1.id]] AS row
UNION ALL
UNWIND range(0, size($p0) - 1) AS position
WITH position, $p0[position] AS start
MATCH (n2:Place)
WHERE id(n2) = start
RETURN [position, [COUNT { (n2)--() }]] AS row
