// Schema of the graph
// What is connected to what, as it is in this database.
CALL db.schema.visualization()
