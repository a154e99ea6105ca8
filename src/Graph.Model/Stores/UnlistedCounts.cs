namespace Graph.Model.Stores;

/// <summary>How much a source asserts, and how much of it is no longer listed.</summary>
/// <param name="Nodes">Nodes that it asserts.</param>
/// <param name="Relationships">Relationships that it asserts.</param>
/// <param name="UnlistedNodes">Those of the nodes that are no longer listed.</param>
/// <param name="UnlistedRelationships">Those of the relationships that are no longer listed, though both their ends are.</param>
public readonly record struct UnlistedCounts(long Nodes, long Relationships, long UnlistedNodes, long UnlistedRelationships)
{
    /// <summary>Adds two counts.</summary>
    public static UnlistedCounts operator +(UnlistedCounts a, UnlistedCounts b) => new(
        a.Nodes + b.Nodes,
        a.Relationships + b.Relationships,
        a.UnlistedNodes + b.UnlistedNodes,
        a.UnlistedRelationships + b.UnlistedRelationships);
}
