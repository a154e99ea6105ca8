namespace Graph.Api;

/// <summary>What a server allows of queries.</summary>
public sealed record GraphApiOptions
{
    /// <summary>
    /// How many nodes or edges a list has when a query does not say (<c>limit</c>, <c>first</c>, <c>last</c>); null: all,
    /// as <c>@neo4j/graphql</c> answers. How many a list may have in all is a limit of the executor.
    /// </summary>
    public int? DefaultPageSize { get; init; }

    /// <summary>
    /// How many relationships deep a query may follow the graph from the root. Each is a subquery inside the one statement
    /// that answers a root field and up to three lists inside a row, of which a store reads 64; questions of people rarely
    /// pass six.
    /// </summary>
    public int MaximumDepth { get; init; } = 20;

    /// <summary>
    /// How many relationships an operation may follow, all root fields together; from the eighth level down one counts for twice
    /// as many as one a level higher. As many as this take Neo4j some ten seconds to plan when it meets them for the first
    /// time; the pages of a newsroom follow ten to fifty.
    /// </summary>
    public int MaximumRelationships { get; init; } = 100;

    /// <summary>Where statements take turns; null: each runs at once, on its caller's thread.</summary>
    public Serving.StatementGate? Gate { get; init; }

    /// <summary>How large the graph is, for the cost of queries; until it is counted, a large one.</summary>
    public Serving.GraphSizes Sizes { get; init; } = new();
}
