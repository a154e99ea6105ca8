// Mutual accusations
// Pairs of actors that accuse each other.
MATCH path = (a:Actor)-[there:ACCUSED]->(b:Actor)-[back:ACCUSED]->(a)
WHERE a.id < b.id
RETURN path
ORDER BY there.accusations + back.accusations DESC
LIMIT 30
