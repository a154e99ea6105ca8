namespace Graph.Export.FollowTheMoney;

/// <summary>
/// Where the values of a property come from. A way is names of fields with dots between, from the node, which is also called
/// <c>near</c>; from <c>far</c>, the node at the end of the relationship; or of <c>edge</c>, the relationship.
/// </summary>
internal sealed record MappedProperty
{
    /// <summary>Ways to properties: their values, each once.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Ways to nodes: the entities that they are.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>The types of nodes that may be referred to; null: any.</summary>
    public IReadOnlyList<string>? Among { get; init; }

    /// <summary>A way to a property that stands in where there is no value.</summary>
    public string? Else { get; init; }

    /// <summary>Values that are left out.</summary>
    public IReadOnlyList<string>? Except { get; init; }

    /// <summary>A way to a property whose values are left out.</summary>
    public string? Without { get; init; }

    /// <summary>What is written for each value; others are not written.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>The table of codes; what it does not know is left out and counted.</summary>
    public string? Table { get; init; }

    /// <summary>A day that no longer belongs, of which the model wants the one before.</summary>
    public bool DayBefore { get; init; }

    /// <summary>A value is left out where it is too long; otherwise cut.</summary>
    public bool Whole { get; init; }

    /// <summary>How long the value may be; null: as the model says.</summary>
    public int? Longest { get; init; }

    /// <summary>What stands before the value.</summary>
    public string? Prefix { get; init; }

    /// <summary>The property that decides what stands before it.</summary>
    public string? PrefixBy { get; init; }

    /// <summary>What stands before it by that property's value.</summary>
    public IReadOnlyDictionary<string, string>? Prefixes { get; init; }

    /// <summary>A value that is always the same.</summary>
    public string? Text { get; init; }

    /// <summary>The property without which <see cref="Text"/> is not written.</summary>
    public string? With { get; init; }
}
