// Answers to an accusation
// An accusation that was answered, its answers, and who made each.
MATCH (accusation:Accusation)<-[:ANSWERS]-(:Accusation)
WITH DISTINCT accusation ORDER BY accusation.saidOn DESC LIMIT 10
MATCH path = (:Actor)-[:MADE]->(accusation)<-[:ANSWERS]-(:Accusation)<-[:MADE]-(:Actor)
RETURN path
