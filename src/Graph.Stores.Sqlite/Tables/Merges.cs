namespace Graph.Stores.Sqlite.Tables;

/// <summary>
/// What is kept beside the graph of actors that are one: who judged so, what their sources give each of them, and the relationships that the
/// sources give these. The tables of the graph hold what is made of it.
/// </summary>
internal static class Merges
{
    /// <summary>Who judged that two are the same, or are not.</summary>
    public const string Judgements = "graph_judgements";

    /// <summary>Nodes that are one with others, by id, and the id of the one that stands for all.</summary>
    public const string Members = "graph_merged";

    /// <summary>Relationships as sources give them, where an end of them is one with others.</summary>
    public const string Named = "graph_named";

    /// <summary>Finds the id of the node that stands for that of an id.</summary>
    public const string Canonical = $"SELECT \"canonical\" FROM \"{Members}\" WHERE \"id\" = ?1";

    /// <summary>The tables and their indexes.</summary>
    public static IReadOnlyList<Definition> All { get; } =
    [
        new(Judgements, Judgements, $"CREATE TABLE \"{Judgements}\" (\"id\" TEXT NOT NULL, \"other\" TEXT NOT NULL, \"same\" INTEGER NOT NULL, "
            + "\"source\" TEXT NOT NULL, \"because\" TEXT, \"at\" TEXT NOT NULL, PRIMARY KEY (\"id\", \"other\", \"same\", "
            + "\"source\")) STRICT, WITHOUT ROWID"),
        new(Members, Members,
            $"CREATE TABLE \"{Members}\" (\"id\" TEXT PRIMARY KEY, \"canonical\" TEXT NOT NULL, \"type\" TEXT NOT NULL, \"name\" TEXT NOT NULL, "
            + "\"sources\" TEXT, \"values\" TEXT NOT NULL, \"because\" TEXT, \"at\" TEXT NOT NULL) STRICT, WITHOUT ROWID"),
        new($"{Members}.canonical", Members, $"CREATE INDEX \"{Members}.canonical\" ON \"{Members}\" (\"canonical\")"),
        new(Named, Named, $"CREATE TABLE \"{Named}\" (\"type\" TEXT NOT NULL, \"start_type\" TEXT NOT NULL, \"start\" TEXT NOT NULL, "
            + "\"end_type\" TEXT NOT NULL, \"end\" TEXT NOT NULL, \"identity\" TEXT NOT NULL, \"sources\" TEXT, \"values\" TEXT NOT NULL, "
            + "PRIMARY KEY (\"type\", \"start_type\", \"start\", \"end_type\", \"end\", \"identity\")) STRICT, WITHOUT ROWID"),
        new($"{Named}.start", Named, $"CREATE INDEX \"{Named}.start\" ON \"{Named}\" (\"start\")"),
        new($"{Named}.end", Named, $"CREATE INDEX \"{Named}.end\" ON \"{Named}\" (\"end\")"),
    ];
}
