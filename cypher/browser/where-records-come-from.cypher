// Where records come from
// A table: datasets with their terms, and how many accusations each gave.
MATCH (dataset:Dataset)
RETURN dataset.name AS dataset, dataset.licence AS licence, dataset.url AS url, COUNT { (dataset)<-[:FROM]-() } AS accusations
ORDER BY accusations DESC, dataset
