// Who accused whom
// The kept counts between actors, the most frequent first. A line is one ACCUSED relationship.
MATCH path = (:Actor)-[tally:ACCUSED]->(:Actor)
RETURN path
ORDER BY tally.accusations DESC
LIMIT 50
