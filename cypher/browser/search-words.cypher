// Search words
// Whatever speaks of these words, written in small letters, the best first. Change them in the next line.
CALL db.index.fulltext.queryNodes('search', 'prisoners') YIELD node, score
RETURN node, labels(node) AS labels, score
LIMIT 25
