using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Where a value may occur once: among the nodes of a type or interface.</summary>
/// <param name="Type">The type or interface whose property is unique.</param>
/// <param name="Property">The property.</param>
internal sealed record UniqueScope(EntityType Type, string Property)
{
    /// <summary>The scopes of an ontology, ids left out.</summary>
    public static IReadOnlyList<UniqueScope> Of(Ontology ontology) =>
    [
        .. ontology.Entities.SelectMany(type => type.Properties.Where(property => property.IsUnique && property != type.Id)
            .Select(property => new UniqueScope(type, property.Name))),
    ];

    /// <summary>Who holds the values, and what the ids hold: a row is [id, value]; answered with id and value.</summary>
    public string Statement(LabelMap labels)
    {
        var (label, property) = (labels.Of(Type), Identifiers.Escape(Property));
        return "UNWIND $rows AS row\nCALL (row) {\n"
            + $"  MATCH (n:{label}) WHERE n.{property} = row[1] RETURN n\n  UNION\n  MATCH (n:{label}) WHERE n.id = row[0] AND "
            + $"n.{property} IS NOT NULL RETURN n\n}}\n"
            + $"RETURN DISTINCT n.id, n.{property}";
    }
}
