// Chain from A to B
// The shortest chains of accusations that lead from one actor to another. Change the names in the next line.
WITH 'Sergey Lavrov' AS from, 'Friedrich Merz' AS to
MATCH path = ALL SHORTEST (:Actor {name: from})-[:ACCUSED]->{1,6}(:Actor {name: to})
RETURN path
LIMIT 10
