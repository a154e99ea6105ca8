using System.Text.Json;
using Graph.Model.Ontologies;

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

    /// <summary>Its name, and what its lists of texts, such as other names, give.</summary>
    public IEnumerable<string> Names =>
        Raw.Type.Properties.Where(property => property is { IsList: true, Kind: ScalarKind.String })
            .SelectMany(property => Raw.Values.GetValueOrDefault(property.Name) is { } json
                ? JsonSerializer.Deserialize<string[]>(json) ?? []
                : [])
            .Prepend(Name);

    internal static Member Of(NamedNode raw, Placement placement) =>
        new(raw with { ListedBy = [], MergedFrom = [] }, placement.Canonical) { Because = placement.By?.Because, At = placement.By?.At ?? default };
}
