using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Paths from the node at hand to related ones.</summary>
internal sealed class Paths(LabelMap labels, StatementScope scope)
{
    /// <summary>The variables for what a field leads to; the relationship has one only where it is read.</summary>
    public Place Follow(RelationshipField field, bool withEdge)
    {
        var number = scope.Next();
        return new($"n{number}", withEdge ? $"r{number}" : null, field.Target);
    }

    /// <summary>The path from one place along a field to another, as <c>(n0)&lt;-[r1:MADE]-(n1:Actor)</c>.</summary>
    public string Path(string from, RelationshipField field, Place to) =>
        Join($"({from})", field, to.Edge, $"({to.Node}:{labels.Of(field.Target)})");

    /// <summary>The same path told from its far end, which is known, to a node of the type that is looked for.</summary>
    public string PathBack(string far, RelationshipField field, Place near, string? edge) =>
        Join($"({near.Node}:{labels.Of(near.Type)})", field, edge, $"({far})");

    /// <summary>The path between two nodes that are known.</summary>
    public static string Between(string near, RelationshipField field, string? edge, string far) => Join($"({near})", field, edge, $"({far})");

    /// <summary>The relationships of a node along a field; the far end is not looked at.</summary>
    public static string Degree(string node, RelationshipField field, bool fromTarget = false) =>
        "COUNT { " + (fromTarget ? Join("()", field, null, $"({node})") : Join($"({node})", field, null, "()")) + " }";

    /// <summary>All relationships of a node; the number is kept with it.</summary>
    public static string Degree(string node) => $"COUNT {{ ({node})--() }}";

    /// <summary>A condition reads the relationship that leads to the node at hand.</summary>
    public static bool ReadsEdge(Filter? filter) => filter switch
    {
        AllOf all => all.Filters.Any(ReadsEdge),
        AnyOf any => any.Filters.Any(ReadsEdge),
        Not not => ReadsEdge(not.Inner),
        Comparison comparison => comparison.Property.Subject == Subject.Edge,
        NullTest test => test.Property.Subject == Subject.Edge,
        _ => false,
    };

    private static string Join(string near, RelationshipField field, string? edge, string far)
    {
        var body = $"[{edge}:{Identifiers.Escape(field.Relationship.Name)}]";
        return field.Direction == Direction.Out ? $"{near}-{body}->{far}" : $"{near}<-{body}-{far}";
    }
}
