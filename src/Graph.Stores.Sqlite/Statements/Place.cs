using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>The node at hand, and the relationship that led to it, by their aliases.</summary>
/// <param name="Node">The alias of the node's table.</param>
/// <param name="Type">What the node is.</param>
/// <param name="Family">Its table.</param>
/// <param name="Edge">The alias under which the relationship's columns stand; null at the root.</param>
/// <param name="Relation">The relationship's table.</param>
/// <param name="KnownKey">Where the node's key stands before its row is looked up, if anywhere.</param>
internal sealed record Place(
    string Node,
    EntityType Type,
    Family Family,
    string? Edge = null,
    RelationshipTable? Relation = null,
    string? KnownKey = null)
{
    /// <summary>The node's table under its alias.</summary>
    public string Table => $"{Quote(Family.Table)} AS {Node}";

    /// <summary>The node's key: conditions on it alone are tested before the row is looked up.</summary>
    public string Key => KnownKey ?? RowKey;

    public string RowKey => $"{Node}.\"{Tables.Family.Key}\"";

    public string Id => $"{Node}.\"id\"";

    /// <summary>Several relationships may lead to the node.</summary>
    public bool IsParallel => Relation?.Type.MayBeParallel ?? false;

    /// <summary>A property of the node or relationship.</summary>
    public string Read(PropertyRef property) => property.Subject == Subject.Node
        ? $"{Node}.{Quote(Family.Of(property.Property).Name)}"
        : $"{Edge}.{Quote(Relation!.Of(property.Property).Name)}";

    /// <summary>The condition that the node is of one of the types; null when every row at this place is.</summary>
    public string? OfTypes(IReadOnlyList<NodeType> wanted, IEnumerable<NodeType> possible)
    {
        if (!Family.IsTyped || possible.All(wanted.Contains)) return null;
        var names = wanted.Where(Family.Types.Contains).Select(type => $"'{type.Name}'");
        return $"{Node}.\"{Tables.Family.TypeColumn}\" IN ({string.Join(", ", names)})";
    }
}
