using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>A family of node types, and how a node of it is found.</summary>
/// <param name="Ordinal">The place among the families.</param>
/// <param name="Types">The types.</param>
/// <param name="Lookups">The label expressions under which an id is looked up: one where one label spans the family.</param>
internal sealed record Family(int Ordinal, IReadOnlyList<NodeType> Types, IReadOnlyList<string> Lookups)
{
    /// <summary>The families of an ontology, by ordinal.</summary>
    public static IReadOnlyList<Family> Of(Ontology ontology, LabelMap labels) =>
    [
        .. ontology.Families.Select(family => new Family(
            family.Ordinal,
            family.Types,
            ontology.FindInterfaceOver(family.Types) is { } whole && labels.Single(whole) is not null
                ? [labels.Of(whole)]
                : [.. family.Types.Select(labels.Of)])),
    ];
}
