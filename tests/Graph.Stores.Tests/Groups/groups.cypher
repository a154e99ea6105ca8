MATCH (n0:Film)
OPTIONAL MATCH (n0)<-[:WORKED_ON]-(key0:Artist)
WITH DISTINCT n0, key0, CASE WHEN n0.released IS :: DATE NOT NULL THEN date.truncate('month', n0.released) ELSE n0.released END AS key1
WITH key0, key1, count(*) AS figure0, CASE WHEN min(n0.rating) IS NOT :: INTEGER | FLOAT THEN min(n0.rating) WHEN count(n0.rating) > 0 THEN round(round(sum(toFloatOrNull(n0.rating) / 18446744073709551616.0) / count(n0.rating) * 18446744073709551616.0, 13), 9) END AS figure1, collect(n0) AS members
WHERE figure1 >= $p0
WITH * ORDER BY figure0 DESC, key0.name, key0.id, key1 SKIP $p2 LIMIT $p1
RETURN [
  key0.name,
  CASE WHEN key0 IS NOT NULL THEN CASE WHEN key0:Player THEN 0 WHEN key0:Troupe THEN 1 END END,
  key1,
  figure0,
  figure1,
  COUNT { UNWIND members AS n1_member MATCH (n1_member)-[:WON]->(n1:Award) RETURN DISTINCT n1 }
] AS row
