MATCH (n0:Accusation)
WHERE n0.act = 'ACCUSE' AND n0.saidOn IS NOT NULL
OPTIONAL CALL (n0) { MATCH (n0)<-[:MADE]-(n1:Actor) RETURN DISTINCT n1 }
WITH n1, collect(DISTINCT n0) AS acts
WITH acts, n1.name AS text, n1.id AS key ORDER BY size(acts) DESC, n1.name, n1.id
WITH collect([acts, text, key]) AS series
UNWIND range(0, size(series) - 1) AS place
WITH series[place] AS one, CASE WHEN place < $p0 THEN place ELSE $p0 END AS place
UNWIND one[0] AS n0
WITH n0, place + 1 AS rank, place >= $p0 AS isOther, CASE WHEN place < $p0 THEN one[1] END AS text, CASE WHEN place < $p0 THEN one[2] END AS key
WITH CASE WHEN n0.saidOn IS :: DATE NOT NULL THEN date.truncate('year', n0.saidOn) ELSE n0.saidOn END AS time, rank, text, key, isOther, count(DISTINCT n0) AS f0
ORDER BY time, rank LIMIT $p1
RETURN [time, rank, text, key, isOther, f0] AS row
