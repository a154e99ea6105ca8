// Schema of the graph
// What is connected to what, as it is in this database. Persons, states and organizations stand together as Actor.
CALL db.schema.visualization() YIELD nodes, relationships
WITH [node IN nodes WHERE none(label IN labels(node) WHERE label STARTS WITH '_' OR label IN ['Person', 'State', 'Organization'])] AS nodes, relationships
RETURN nodes, [relationship IN relationships WHERE startNode(relationship) IN nodes AND endNode(relationship) IN nodes] AS relationships
