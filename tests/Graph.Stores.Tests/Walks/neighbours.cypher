CALL () {
  UNWIND $p0 AS key
  WITH DISTINCT key
  MATCH (n0) WHERE id(n0) = key
  MATCH (n0)-[r0:MADE|ACCUSED]->(m0)
  WITH n0, m0, type(r0) AS type, max(CASE type(r0) WHEN 'ACCUSED' THEN r0.accusations ELSE 0 END) AS strength, count(*) AS links
  WITH n0, m0, type, strength, links, COUNT { (m0)--() } AS degree
  ORDER BY strength DESC, degree DESC, m0.id, CASE WHEN m0:Person THEN 'Person' WHEN m0:State THEN 'State' WHEN m0:Organization THEN 'Organization' WHEN m0:Accusation THEN 'Accusation' END
  WITH n0, type, count(*) AS total, collect([m0, degree, CASE WHEN type IN ['ACCUSED'] THEN strength ELSE links END])[0..$p2] AS strongest
  RETURN [id(n0), CASE type WHEN 'MADE' THEN 0 WHEN 'ACCUSED' THEN 2 END, [total, COLLECT {
    UNWIND strongest AS one WITH one, one[0] AS m0
    RETURN [
      id(m0),
      CASE WHEN m0:Person THEN 0 WHEN m0:State THEN 1 WHEN m0:Organization THEN 2 WHEN m0:Accusation THEN 4 END,
      m0.id,
      CASE WHEN m0:Actor THEN m0.name WHEN m0:Accusation THEN m0.matter END,
      one[1],
      one[2]
    ]
  }]] AS row
  UNION ALL
  UNWIND $p1 AS key
  WITH DISTINCT key
  MATCH (n1) WHERE id(n1) = key
  MATCH (n1)<-[r1:ANSWERS|TOOK_PART_IN]-(m1)
  WITH n1, m1, type(r1) AS type, 0 AS strength, count(*) AS links
  WITH n1, m1, type, strength, links, COUNT { (m1)--() } AS degree
  ORDER BY strength DESC, degree DESC, m1.id, CASE WHEN m1:Person THEN 'Person' WHEN m1:State THEN 'State' WHEN m1:Organization THEN 'Organization' WHEN m1:Accusation THEN 'Accusation' END
  WITH n1, type, count(*) AS total, collect([m1, degree, links])[0..$p2] AS strongest
  RETURN [id(n1), CASE type WHEN 'ANSWERS' THEN 1 WHEN 'TOOK_PART_IN' THEN 3 END, [total, COLLECT {
    UNWIND strongest AS one WITH one, one[0] AS m1
    RETURN [
      id(m1),
      CASE WHEN m1:Person THEN 0 WHEN m1:State THEN 1 WHEN m1:Organization THEN 2 WHEN m1:Accusation THEN 4 END,
      m1.id,
      CASE WHEN m1:Actor THEN m1.name WHEN m1:Accusation THEN m1.matter END,
      one[1],
      one[2]
    ]
  }]] AS row
}
RETURN row
