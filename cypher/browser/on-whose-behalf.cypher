// On whose behalf
// Speakers, what they alleged, whom they spoke for and whom they accused.
MATCH path = (:Actor)-[:MADE]->(accusation:Accusation)-[:ON_BEHALF_OF]->(:Actor)
OPTIONAL MATCH against = (accusation)-[:AGAINST]->(:Actor)
RETURN path, against
ORDER BY accusation.saidOn DESC
LIMIT 40
