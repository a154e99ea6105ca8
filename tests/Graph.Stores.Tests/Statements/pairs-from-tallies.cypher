MATCH (n0:Actor)-[tally:ACCUSED]->(n1:Actor)
WITH n0, n1, tally.accusations AS Acts, tally.first AS First, tally.last AS Last
ORDER BY Acts DESC, n0.id, n1.id
LIMIT $p0
RETURN [[n0.name], [n1.name], Acts, First, Last] AS row
