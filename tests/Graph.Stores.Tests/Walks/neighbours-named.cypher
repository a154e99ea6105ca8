CALL () {
  MATCH (n0:Accusation)
  WHERE n0.id = $p3
  RETURN [id(n0), -1, [id(n0), 4, COUNT { (n0)--() }]] AS row
  UNION ALL
  MATCH (n2:Accusation)
  WHERE n2.id = $p3
  MATCH (n2)<-[r1:MADE]-(m1)
  WITH n2, m1, type(r1) AS type, 0 AS strength, count(*) AS links
  WITH n2, m1, type, strength, links, COUNT { (m1)--() } AS degree
  ORDER BY strength DESC, degree DESC, m1.id, CASE WHEN m1:Person THEN 'Person' WHEN m1:State THEN 'State' WHEN m1:Organization THEN 'Organization' END
  WITH n2, type, count(*) AS total, collect([m1, degree, links])[0..$p2] AS strongest
  RETURN [id(n2), 0, [total, COLLECT {
    UNWIND strongest AS one WITH one, one[0] AS m1
    RETURN [
      id(m1),
      CASE WHEN m1:Person THEN 0 WHEN m1:State THEN 1 WHEN m1:Organization THEN 2 END,
      m1.id,
      m1.name,
      one[1],
      one[2]
    ]
  }]] AS row
  UNION ALL
  MATCH (n4:Accusation)
  WHERE n4.id = $p3
  MATCH (n4)-[r3:ANSWERS]->(m3)
  WITH n4, m3, type(r3) AS type, 0 AS strength, count(*) AS links
  WITH n4, m3, type, strength, links, COUNT { (m3)--() } AS degree
  ORDER BY strength DESC, degree DESC, m3.id, 'Accusation'
  WITH n4, type, count(*) AS total, collect([m3, degree, links])[0..$p2] AS strongest
  RETURN [id(n4), 1, [total, COLLECT {
    UNWIND strongest AS one WITH one, one[0] AS m3
    RETURN [id(m3), 4, m3.id, m3.matter, one[1], one[2]]
  }]] AS row
}
RETURN row
