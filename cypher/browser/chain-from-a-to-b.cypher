// Chain from A to B
// The shortest chains of accusations that lead from one actor to another. Change the names in the next line.
WITH 'Sergey Lavrov' AS from, 'Friedrich Merz' AS to
CALL (from, to) {
  MATCH path = ALL SHORTEST (:Actor {name: from})-[:ACCUSED]->{1,6}(:Actor {name: to})
  RETURN path
  LIMIT 10
  UNION ALL
  UNWIND [from, to] AS name
  OPTIONAL MATCH (actor:Actor {name: name})
  WITH name, count(actor) AS found WHERE found = 0
  RETURN 'There is no actor called ' + name + '. Search words finds how the name is written.' AS path
}
RETURN path
