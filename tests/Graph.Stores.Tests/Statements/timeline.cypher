MATCH (n0:Accusation)
WHERE n0.act = 'ACCUSE' AND n0.saidOn IS NOT NULL
WITH n0.saidOn AS day, count(*) AS acts
WITH CASE WHEN day IS :: DATE NOT NULL THEN date.truncate('month', day) ELSE day END AS time, sum(acts) AS acts
ORDER BY time LIMIT $p1
RETURN [time, 1, null, null, false, acts] AS row
