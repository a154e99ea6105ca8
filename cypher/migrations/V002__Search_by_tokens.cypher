// Words are found by tokens that are made on import, the same as in an embedded store. Made from the ontology; a test keeps them equal.
DROP INDEX search IF EXISTS;

CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (n:Person|State|Organization|Office|Accusation|Claim|Evidence|Document|Event|Place)
ON EACH [n._search]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true}};
