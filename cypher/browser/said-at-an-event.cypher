// What was said about an event
// The accusations about the event with this in its name, with who made them and against whom. Change the name in the next line.
WITH 'Istanbul' AS name
CALL (name) {
  MATCH (event:Event)
  WHERE event.name CONTAINS name
  WITH event ORDER BY COUNT { (event)<-[:ABOUT]-() } DESC, event.id LIMIT 1
  MATCH about = (event)<-[:ABOUT]-(accusation:Accusation)
  OPTIONAL MATCH parties = (:Actor)-[:MADE]->(accusation)-[:AGAINST]->(:Actor)
  RETURN about, parties
  LIMIT 100
  UNION ALL
  OPTIONAL MATCH (event:Event)
  WHERE event.name CONTAINS name
  WITH name, count(event) AS found WHERE found = 0
  RETURN 'No event has ' + name + ' in its name.' AS about, null AS parties
}
RETURN about, parties
