namespace Graph.Api;

/// <summary>What a server allows of queries.</summary>
public sealed record GraphApiOptions
{
    /// <summary>Where statements take turns; null: each runs at once, on its caller's thread.</summary>
    public Serving.StatementGate? Gate { get; init; }

    /// <summary>The clock: what day today is, in UTC, for conditions on days before today.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How large the graph is, for the cost of queries; until it is counted, a large one.</summary>
    public Serving.GraphSizes Sizes { get; init; } = new();

    /// <summary>Tells subscribers what changes; null: nobody may subscribe, and <see cref="NoChanges"/> says why.</summary>
    public Streams.ChangeStreams? Changes { get; init; }

    /// <summary>Why nobody may subscribe, as a sentence.</summary>
    public string NoChanges { get; init; } = ApiMessages.NoStreams;

    /// <summary>Whether gateways of Apollo Federation can take the API as a part of a larger one: <c>_service</c>, <c>_entities</c>.</summary>
    public bool IsSubgraph { get; init; }

    /// <summary>The kinds of root field.</summary>
    internal IReadOnlyList<RootFields.RootFieldKind> RootFields { get; init; } = Api.RootFields.RootFieldList.Kinds;
}
