// $p0: "2023-01-01"
// $p1: "2023-02-01"
MATCH (n0:Accusation)
WHERE n0.saidOn >= $p0 AND n0.saidOn < $p1
WITH count(n0) AS total, [count(n0), avg(n0.confidence)] AS aggregates
RETURN [null, total, aggregates] AS row
