using Graph.Model.Ontologies;

namespace Graph.Model.Removing;

/// <summary>What goes with a node that is removed, as the ontology's act says.</summary>
/// <param name="IsAct">
/// The node is an act: it goes with all its relationships, and with what it alone has of <paramref name="Parts"/>.
/// </param>
/// <param name="Origin">
/// The field of acts that leads to nodes of the type, as that which they come from: they go first, and where other nodes come from it too,
/// these only lose what leads to it; or null.
/// </param>
/// <param name="Parts">The fields of acts that lead to what is there for them alone: what reports and what states them.</param>
public sealed record RemovalRule(bool IsAct, RelationshipField? Origin, IReadOnlyList<RelationshipField> Parts)
{
    /// <summary>The rule for nodes of a type. One that is neither an act nor what acts come from goes only where nothing is attached to it.</summary>
    public static RemovalRule Of(Ontology ontology, NodeType type)
    {
        if (ontology.Act is not { } act) return new(IsAct: false, null, []);
        var origin = act.Series.Where(series => series.Property is null)
            .Select(series => series.Way is [{ IsList: false } way] && way != act.Claim && way.Ends.Contains(type) ? way : null)
            .FirstOrDefault(way => way is not null);
        IReadOnlyList<RelationshipField?> parts = [act.Evidence, act.Claim];
        return new(type == act.Type, origin, [.. parts.OfType<RelationshipField>()]);
    }
}

/// <summary>How many relationships of a type are attached to a node.</summary>
/// <param name="Type">The name of the type.</param>
/// <param name="Count">How many.</param>
public readonly record struct AttachedCount(string Type, long Count);

/// <summary>What came of a removal.</summary>
/// <param name="IsFound">The node was there.</param>
/// <param name="Attached">What is attached to it, because of which nothing was removed; otherwise empty.</param>
public sealed record RemovalResult(bool IsFound, IReadOnlyList<AttachedCount> Attached);
