using Graph.Model.Ontologies;
using Graph.Model.Sources;

namespace Graph.Model.Merging;

/// <summary>A node as its sources give it, apart from those that it is merged with.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Values">Its other values as JSON, by property; a missing one is not there.</param>
public sealed record NamedNode(NodeType Type, string Id, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Who asserts it, see <see cref="Assertions"/>.</summary>
    public string? Sources { get; init; }

    /// <summary>The sources in whose names the writer at work has listed it.</summary>
    public IReadOnlyList<int> ListedBy { get; init; } = [];

    /// <summary>Where other actors are merged into it: who, and why.</summary>
    public IReadOnlyList<MergedName> MergedFrom { get; init; } = [];

    /// <summary>How a listing knows it.</summary>
    public string ListingKey => "n\0" + Id;
}
