// One claim, many voices
// The claim that most accusations allege, and who alleges it. That it is alleged often does not make it true.
MATCH (claim:Claim)
WITH claim ORDER BY COUNT { (claim)<-[:ALLEGES]-() } DESC, claim.id LIMIT 1
MATCH path = (claim)<-[:ALLEGES]-(:Accusation)<-[:MADE]-(:Actor)
RETURN path
LIMIT 60
