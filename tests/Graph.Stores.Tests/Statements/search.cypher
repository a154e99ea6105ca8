CALL () {
  UNWIND range(0, 2) AS field
  CALL (field) {
    UNWIND [$p3_words[20 + field]] AS asked
    WITH asked
    WHERE asked IS NOT NULL
    CALL db.index.fulltext.queryNodes('search', asked, {limit: 1}) YIELD node AS m
    RETURN count(m) AS some
  }
  RETURN collect(CASE some WHEN 0 THEN field END) AS missing
}
CALL (missing) {
  UNWIND range(0, 7) AS grade
  WITH grade, $p3_words[grade] AS asked, missing
  WHERE asked IS NOT NULL AND NOT [0, 0, 1, 1, 0, 0, 1, 1][grade] IN missing
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Person|State|Organization|Office|Accusation|Claim|Evidence|Document|Event|Place
  WITH n, min(grade) AS grade
  WITH grade, CASE WHEN n:Person THEN 0 WHEN n:State THEN 1 WHEN n:Organization THEN 2 WHEN n:Office THEN 3 WHEN n:Accusation THEN 4 WHEN n:Claim THEN 5 WHEN n:Evidence THEN 6 WHEN n:Document THEN 7 WHEN n:Event THEN 8 WHEN n:Place THEN 9 END AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits0
}
CALL (missing, hits0) {
  UNWIND CASE WHEN size(hits0) < $p2 + 1 THEN range(8, 13) ELSE [] END AS grade
  WITH grade, $p3_words[grade] AS asked, missing
  WHERE asked IS NOT NULL AND NOT [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2][grade] IN missing
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Person|State|Organization|Office|Accusation|Claim|Evidence|Document|Event|Place
  WITH n, min(grade) AS grade
  WITH grade, CASE WHEN n:Person THEN 0 WHEN n:State THEN 1 WHEN n:Organization THEN 2 WHEN n:Office THEN 3 WHEN n:Accusation THEN 4 WHEN n:Claim THEN 5 WHEN n:Evidence THEN 6 WHEN n:Document THEN 7 WHEN n:Event THEN 8 WHEN n:Place THEN 9 END AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits1
}
CALL (missing, hits0, hits1) {
  UNWIND CASE WHEN size(hits0) + size(hits1) < $p2 + 1 THEN range(14, 14) ELSE [] END AS grade
  WITH grade, $p3_words[grade] AS asked, missing
  WHERE asked IS NOT NULL
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Person|State|Organization|Office|Accusation|Claim|Evidence|Document|Event|Place
  WITH grade, CASE WHEN n:Person THEN 0 WHEN n:State THEN 1 WHEN n:Organization THEN 2 WHEN n:Office THEN 3 WHEN n:Accusation THEN 4 WHEN n:Claim THEN 5 WHEN n:Evidence THEN 6 WHEN n:Document THEN 7 WHEN n:Event THEN 8 WHEN n:Place THEN 9 END AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits2
}
CALL (missing, hits0, hits1, hits2) {
  UNWIND CASE WHEN size(hits0) + size(hits1) + size(hits2) < $p2 + 1 THEN range(15, 17) ELSE [] END AS grade
  WITH grade, $p3_words[grade] AS asked, missing
  WHERE asked IS NOT NULL
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Person|State|Organization|Office|Accusation|Claim|Evidence|Document|Event|Place
  WITH n, min(grade) AS grade
  WITH grade, CASE WHEN n:Person THEN 0 WHEN n:State THEN 1 WHEN n:Organization THEN 2 WHEN n:Office THEN 3 WHEN n:Accusation THEN 4 WHEN n:Claim THEN 5 WHEN n:Evidence THEN 6 WHEN n:Document THEN 7 WHEN n:Event THEN 8 WHEN n:Place THEN 9 END AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits3
}
RETURN [
  COLLECT {
    UNWIND (hits0 + hits1 + hits2 + hits3)[0..$p2 + 1] AS hit
    WITH hit[0] AS grade, hit[1] AS degree, hit[2] AS type, hit[3] AS n
    RETURN [
      grade,
      degree,
      n.id,
      type,
      n.id,
      CASE WHEN n:Person|State|Organization|Event|Place THEN n.name WHEN n:Office|Document THEN n.title WHEN n:Accusation THEN n.matter WHEN n:Claim THEN n.text WHEN n:Evidence THEN n.quote END,
      null
    ]
  },
  null,
  null,
  null
] AS row
