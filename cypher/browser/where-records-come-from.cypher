// Where records come from
// A table: datasets with their terms, and how many accusations each gave.
// Terms are read from all properties: where no dataset has them, their names alone would make the server warn.
MATCH (dataset:Dataset)
RETURN dataset.name AS dataset, properties(dataset).licence AS licence, properties(dataset).url AS url, COUNT { (dataset)<-[:FROM]-() } AS accusations
ORDER BY accusations DESC, dataset
