// Dossier of an actor
// What was said by, for and against one actor, latest first. Change the name in the next line.
WITH 'Vladimir Medinsky' AS name
CALL (name) {
  MATCH (actor:Actor {name: name})
  CALL (actor) {
    MATCH path = (actor)-[:MADE|AGAINST|ON_BEHALF_OF]-(accusation:Accusation)-[:MADE|AGAINST]-(:Actor)
    RETURN path
    ORDER BY accusation.saidOn DESC
    LIMIT 60
  }
  OPTIONAL MATCH office = (actor)-[:HELD]->(:Office)-[:OFFICE_OF]->(:Actor)
  RETURN path, office
  UNION ALL
  OPTIONAL MATCH (actor:Actor {name: name})
  WITH name, count(actor) AS found WHERE found = 0
  RETURN 'There is no actor called ' + name + '. Search words finds how the name is written.' AS path, null AS office
}
RETURN path, office
