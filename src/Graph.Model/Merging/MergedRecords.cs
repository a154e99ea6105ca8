namespace Graph.Model.Merging;

/// <summary>What is kept beside the graph of the actors that are merged: with it an export says what the sources say.</summary>
/// <param name="Judgements">All judgements.</param>
/// <param name="Members">The nodes that are one with others.</param>
/// <param name="Relationships">The relationships that sources give these.</param>
public sealed record MergedRecords(
    IReadOnlyList<Judgement> Judgements,
    IReadOnlyList<Member> Members,
    IReadOnlyList<NamedRelationship> Relationships)
{
    /// <summary>No judgement, and nothing merged.</summary>
    public static MergedRecords None { get; } = new([], [], []);
}
