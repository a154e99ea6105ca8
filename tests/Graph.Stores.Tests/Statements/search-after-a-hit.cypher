CALL () {
  UNWIND range(0, 2) AS field
  CALL (field) {
    UNWIND [$p7_words[20 + field]] AS asked
    WITH asked
    WHERE asked IS NOT NULL
    CALL db.index.fulltext.queryNodes('search', asked, {limit: 1}) YIELD node AS m
    RETURN count(m) AS some
  }
  RETURN collect(CASE some WHEN 0 THEN field END) AS missing
}
CALL (missing) {
  UNWIND range(0, 7) AS grade
  WITH grade, $p7_words[grade] AS asked, missing
  WHERE asked IS NOT NULL AND $p3 < 8 AND NOT [0, 0, 1, 1, 0, 0, 1, 1][grade] IN missing
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Claim
  WITH n, min(grade) AS grade
  WITH grade, 5 AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  WHERE grade > $p3 OR (grade = $p3 AND (degree < $p4 OR (degree = $p4 AND (n.id > $p5 OR (n.id = $p5 AND type > $p6)))))
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits0
}
CALL (missing, hits0) {
  UNWIND CASE WHEN size(hits0) < $p2 + 1 THEN range(8, 13) ELSE [] END AS grade
  WITH grade, $p7_words[grade] AS asked, missing
  WHERE asked IS NOT NULL
    AND $p3 < 14
    AND NOT [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2][grade] IN missing
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Claim
  WITH n, min(grade) AS grade
  WITH grade, 5 AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  WHERE grade > $p3 OR (grade = $p3 AND (degree < $p4 OR (degree = $p4 AND (n.id > $p5 OR (n.id = $p5 AND type > $p6)))))
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits1
}
CALL (missing, hits0, hits1) {
  UNWIND CASE WHEN size(hits0) + size(hits1) < $p2 + 1 THEN range(14, 14) ELSE [] END AS grade
  WITH grade, $p7_words[grade] AS asked, missing
  WHERE asked IS NOT NULL AND $p3 < 15
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Claim
  WITH grade, 5 AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  WHERE grade > $p3 OR (grade = $p3 AND (degree < $p4 OR (degree = $p4 AND (n.id > $p5 OR (n.id = $p5 AND type > $p6)))))
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits2
}
CALL (missing, hits0, hits1, hits2) {
  UNWIND CASE WHEN size(hits0) + size(hits1) + size(hits2) < $p2 + 1 THEN range(15, 17) ELSE [] END AS grade
  WITH grade, $p7_words[grade] AS asked, missing
  WHERE asked IS NOT NULL AND $p3 < 18
  CALL db.index.fulltext.queryNodes('search', asked) YIELD node AS n
  WITH *
  WHERE n:Claim
  WITH n, min(grade) AS grade
  WITH grade, 5 AS type, n, COUNT { (n)--() } - CASE WHEN n:Actor THEN COUNT { (n)-[:ACCUSED]-() } ELSE 0 END AS degree
  WHERE grade > $p3 OR (grade = $p3 AND (degree < $p4 OR (degree = $p4 AND (n.id > $p5 OR (n.id = $p5 AND type > $p6)))))
  ORDER BY grade, degree DESC, n.id, type
  LIMIT $p2 + 1
  RETURN collect([grade, degree, type, n]) AS hits3
}
RETURN [
  COLLECT {
    UNWIND (hits0 + hits1 + hits2 + hits3)[0..$p2 + 1] AS hit
    WITH hit[0] AS grade, hit[1] AS degree, hit[2] AS type, hit[3] AS n
    RETURN [grade, degree, n.id, type, n.id, n.text, null]
  },
  null,
  null,
  null
] AS row
