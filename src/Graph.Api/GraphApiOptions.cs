namespace Graph.Api;

/// <summary>What a server allows of queries.</summary>
public sealed record GraphApiOptions
{
    /// <summary>
    /// How many nodes or edges a list has when a query does not say (<c>limit</c>, <c>first</c>, <c>last</c>); null: all,
    /// as <c>@neo4j/graphql</c> answers. How many a list may have in all is a limit of the executor.
    /// </summary>
    public int? DefaultPageSize { get; init; }

    /// <summary>Where statements take turns; null: each runs at once, on its caller's thread.</summary>
    public Serving.StatementGate? Gate { get; init; }

    /// <summary>How large the graph is, for the cost of queries; until it is counted, a large one.</summary>
    public Serving.GraphSizes Sizes { get; init; } = new();

    /// <summary>The kinds of root field.</summary>
    internal IReadOnlyList<RootFields.RootFieldKind> RootFields { get; init; } = Api.RootFields.RootFieldList.Kinds;
}
