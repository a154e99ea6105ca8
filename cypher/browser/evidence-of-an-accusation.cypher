// Evidence of one accusation
// From the accusation with most evidence to the words that report it, their documents and who published them.
// For another one, put its id into a condition: WHERE accusation.id = '…'
MATCH (accusation:Accusation)
WITH accusation ORDER BY COUNT { (accusation)-[:EVIDENCED_BY]->() } DESC, accusation.id LIMIT 1
MATCH evidence = (accusation)-[:EVIDENCED_BY]->(:Evidence)-[:QUOTED_FROM]->(document:Document)
OPTIONAL MATCH publisher = (document)-[:DIGEST_OF]->{0,1}(:Document)-[:PUBLISHED_BY]->(:Organization)
RETURN evidence, publisher
