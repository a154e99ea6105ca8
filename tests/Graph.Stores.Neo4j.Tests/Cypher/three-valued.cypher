// $p0: "1975-01-01"
// $p1: "\u00E9"
// $p2: "alias 5"
MATCH (n0:Person)
WHERE NOT (n0.born < $p0 OR toLower(replace(replace(n0.name, 'Σ', 'σ'), 'İ', 'i')) CONTAINS toLower(replace(replace($p1, 'Σ', 'σ'), 'İ', 'i')) OR $p2 IN coalesce(n0.aliases, []) OR n0.wikidata IS NULL)
WITH n0 ORDER BY n0.id
RETURN [n0.id] AS row
