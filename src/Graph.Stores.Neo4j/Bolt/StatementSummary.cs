using System.Collections.Frozen;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>What a statement did.</summary>
internal sealed record StatementSummary
{
    public static readonly StatementSummary Nothing = new();

    /// <summary>How many rows were handed to the sink.</summary>
    public long Rows { get; init; }

    /// <summary>
    /// The server's counters under the names of the Bolt specification (<c>nodes-created</c>, <c>relationships-created</c>,
    /// <c>properties-set</c>, …); empty when the statement changed nothing.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Counters { get; init; } = FrozenDictionary<string, object?>.Empty;

    /// <summary>The tree of operators of an <c>EXPLAIN</c> statement, else null.</summary>
    public IReadOnlyDictionary<string, object?>? Plan { get; init; }

    /// <summary>The tree of operators of a <c>PROFILE</c> statement with <c>dbHits</c> and <c>rows</c> for each, else null.</summary>
    public IReadOnlyDictionary<string, object?>? Profile { get; init; }

    /// <summary>The server's bookmark of the transaction, when it gave one.</summary>
    public string? Bookmark { get; init; }

    /// <summary>The value of a counter, 0 when the server did not send it.</summary>
    public long Count(string counter) => Counters.TryGetValue(counter, out var value) && value is long number ? number : 0;
}
