// Dossier of an actor
// What was said by, for and against one actor, latest first. Change the name in the next line.
WITH 'Vladimir Medinsky' AS name
MATCH (actor:Actor {name: name})
CALL (actor) {
  MATCH path = (actor)-[:MADE|AGAINST|ON_BEHALF_OF]-(accusation:Accusation)-[:MADE|AGAINST]-(:Actor)
  RETURN path
  ORDER BY accusation.saidOn DESC
  LIMIT 60
}
OPTIONAL MATCH office = (actor)-[:HELD]->(:Office)-[:OFFICE_OF]->(:Actor)
RETURN path, office
