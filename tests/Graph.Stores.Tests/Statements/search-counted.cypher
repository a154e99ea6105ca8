CALL () {
  UNWIND [$p3_words[19]] AS asked
  WITH asked
  WHERE asked IS NOT NULL
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Claim|Evidence
  WITH CASE WHEN n:Claim THEN 5 WHEN n:Evidence THEN 6 END AS type, count(*) AS hits
  ORDER BY hits DESC, type
  RETURN collect([type, hits]) AS facets
}
RETURN [
  null,
  reduce(total = 0, one IN facets | total + one[1]),
  facets,
  CASE WHEN reduce(total = 0, one IN facets | total + one[1]) < 3 THEN COLLECT {
    UNWIND [$p3_words[18]] AS asked
    WITH asked
    WHERE asked IS NOT NULL
    CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS m
    WITH *
    WHERE m:Claim|Evidence
    WITH m, CASE WHEN m:Claim THEN 5 WHEN m:Evidence THEN 6 END AS type, COUNT { (m)--() } - CASE WHEN m:Actor THEN COUNT { (m)-[:ACCUSED]-() } ELSE 0 END AS degree
    ORDER BY degree DESC, m.id, type LIMIT 200
    RETURN [type, degree, CASE WHEN m:Claim THEN m.text WHEN m:Evidence THEN m.quote END, []]
  } END
] AS row
