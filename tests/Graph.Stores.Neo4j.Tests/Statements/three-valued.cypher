// $p0: "1975-01-01"
// $p1_folded (Folded): "\u00E9"
// $p1_letters (Letters): "\u00E9"
// $p2: "alias 5"
MATCH (n0:Person)
WHERE NOT (n0.born < $p0 OR reduce(folded = toStringOrNull(n0.name), letter IN $p1_letters | replace(folded, letter[0], letter[1])) CONTAINS $p1_folded OR $p2 IN coalesce(n0.aliases, []) OR n0.wikidata IS NULL)
WITH n0 ORDER BY n0.id
RETURN [n0.id] AS row
