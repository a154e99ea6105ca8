// Chain from A to B
// The shortest chains of accusations that lead from one actor to another. Change the names in the next line.
WITH 'Ukraine' AS from, 'Russia' AS to
MATCH (a:Actor {name: from}), (b:Actor {name: to})
MATCH path = ALL SHORTEST (a)-[:ACCUSED]->{1,6}(b)
RETURN path
LIMIT 10
