MATCH (n0:Accusation)
WITH n0, COUNT { (n0)-[:EVIDENCED_BY]->() } AS n0_key0
WITH n0, n0_key0 ORDER BY n0_key0 DESC, n0.id LIMIT $p0
RETURN [n0.id] AS row
