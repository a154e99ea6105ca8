// Who accused whom
// The fifteen strongest pairs of actors. An arrow is one ACCUSED relationship; its caption says how many accusations it stands for.
MATCH path = (a:Actor)-[tally:ACCUSED]->(b:Actor)
WITH path, tally, a, b ORDER BY tally.accusations DESC, tally.last DESC, a.id, b.id LIMIT 15
RETURN path
