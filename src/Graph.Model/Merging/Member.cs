namespace Graph.Model.Merging;

/// <summary>A node that is one with others, or stands for them.</summary>
/// <param name="Raw">The node as its sources give it.</param>
/// <param name="Canonical">The id of the node that stands for all: its own, where that is this one.</param>
public sealed record Member(NamedNode Raw, string Canonical)
{
    /// <summary>Why it is merged; null where nobody said, or where it stands for the others.</summary>
    public string? Because { get; init; }

    /// <summary>When that was recorded.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The graph has no node of this id, for another stands for it.</summary>
    public bool IsMerged => Raw.Id != Canonical;

    /// <summary>Its name.</summary>
    public string Name => ShownRecords.NameOf(Raw);

    internal static Member Of(NamedNode raw, Placement placement) =>
        new(raw with { ListedBy = [], MergedFrom = [] }, placement.Canonical) { Because = placement.By?.Because, At = placement.By?.At ?? default };
}
