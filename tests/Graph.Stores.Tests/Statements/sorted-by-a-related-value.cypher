MATCH (n0:Accusation)
WITH n0, COLLECT { MATCH (n0)-[:ALLEGES]->(n1:Claim) WITH n1 ORDER BY n1.id LIMIT 1 RETURN n1.text }[0] AS n0_key0
WITH n0, n0_key0 ORDER BY n0_key0, n0.id LIMIT $p0
RETURN [n0.id] AS row
