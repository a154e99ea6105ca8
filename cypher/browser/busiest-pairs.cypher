// Busiest pairs
// A table: how often one actor accused another, between which days, and how often it went the other way.
MATCH (a:Actor)-[tally:ACCUSED]->(b:Actor)
OPTIONAL MATCH (b)-[back:ACCUSED]->(a)
RETURN a.name AS accuser, b.name AS accused, tally.accusations AS accusations, tally.first AS first, tally.last AS last, coalesce(back.accusations, 0) AS returned
ORDER BY accusations DESC, accuser, accused
LIMIT 50
