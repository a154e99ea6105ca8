using Graph.Model.Ontologies;
using Graph.Model.Sources;

namespace Graph.Model.Merging;

/// <summary>A relationship between the nodes that its sources name.</summary>
/// <param name="Type">Its type.</param>
/// <param name="StartType">The type of the node it starts at.</param>
/// <param name="Start">That node's id.</param>
/// <param name="EndType">The type of the node it ends at.</param>
/// <param name="End">That node's id.</param>
/// <param name="Values">Its values as JSON, by property; a missing one is not there.</param>
public sealed record NamedRelationship(
    RelationshipType Type,
    NodeType StartType,
    string Start,
    NodeType EndType,
    string End,
    IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Who asserts it, see <see cref="Assertions"/>.</summary>
    public string? Sources { get; init; }

    /// <summary>The sources in whose names the writer at work has listed it.</summary>
    public IReadOnlyList<int> ListedBy { get; init; } = [];

    /// <summary>Its start can have one of its type.</summary>
    public bool IsSingleFromStart => Type.SingleStarts.Contains(StartType);

    /// <summary>Its end can have one of its type.</summary>
    public bool IsSingleFromEnd => Type.SingleEnds.Contains(EndType);

    /// <summary>What tells it apart from others of its type between the same nodes.</summary>
    public string Identity => string.Join('\0', Type.Identifying.Select(property => Values.GetValueOrDefault(property.Name)));

    /// <summary>What tells it apart from all others.</summary>
    public RelationshipKey Key => new(Type.Ordinal, StartType.Family.Ordinal, Start, EndType.Family.Ordinal, End, Identity);

    /// <summary>How a listing knows it.</summary>
    public string ListingKey => $"r\0{Type.Name}\0{StartType.Family.Ordinal}\0{Start}\0{EndType.Family.Ordinal}\0{End}\0{Identity}";
}
