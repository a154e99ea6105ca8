CALL () {
  MATCH (n1:Accusation)
  WHERE n1.id = $p3
  MATCH (n1)<-[r0:MADE]-(m0)
  WITH n1, m0, type(r0) AS type, 0 AS strength, count(*) AS links
  WITH n1, m0, type, strength, links, COUNT { (m0)--() } AS degree
  ORDER BY strength DESC, degree DESC, m0.id, CASE WHEN m0:Person THEN 'Person' WHEN m0:State THEN 'State' WHEN m0:Organization THEN 'Organization' END
  WITH n1, type, count(*) AS total, collect([m0, degree, links])[0..$p2] AS strongest
  RETURN [id(n1), 0, [total, COLLECT {
    UNWIND strongest AS one WITH one, one[0] AS m0
    RETURN [
      id(m0),
      CASE WHEN m0:Person THEN 0 WHEN m0:State THEN 1 WHEN m0:Organization THEN 2 END,
      m0.id,
      m0.name,
      one[1],
      one[2]
    ]
  }]] AS row
  UNION ALL
  MATCH (n3:Accusation)
  WHERE n3.id = $p3
  MATCH (n3)-[r2:ANSWERS]->(m2)
  WITH n3, m2, type(r2) AS type, 0 AS strength, count(*) AS links
  WITH n3, m2, type, strength, links, COUNT { (m2)--() } AS degree
  ORDER BY strength DESC, degree DESC, m2.id, 'Accusation'
  WITH n3, type, count(*) AS total, collect([m2, degree, links])[0..$p2] AS strongest
  RETURN [id(n3), 1, [total, COLLECT {
    UNWIND strongest AS one WITH one, one[0] AS m2
    RETURN [id(m2), 4, m2.id, m2.matter, one[1], one[2]]
  }]] AS row
}
RETURN row
