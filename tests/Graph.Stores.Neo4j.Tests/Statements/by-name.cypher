// $p0: 10
MATCH (n0:Person)
WHERE n0.name IS NOT NULL
WITH n0 ORDER BY n0.name, n0.id LIMIT $p0
RETURN [n0.id, n0.name] AS row
