using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>The node at hand, and the relationship that led to it, by their variables.</summary>
/// <param name="Node">The node's variable.</param>
/// <param name="Edge">The relationship's variable; null at the root.</param>
/// <param name="Type">What the node is.</param>
internal sealed record Place(string Node, string? Edge, EntityType Type)
{
    /// <summary>The variable that a property belongs to.</summary>
    public string Of(Subject subject) =>
        subject == Subject.Node
            ? Node
            : Edge ?? throw new InvalidOperationException("A property of a relationship occurs where none leads to the node.");

    /// <summary>A property of the node or relationship.</summary>
    public string Read(PropertyRef property) => Identifiers.Property(Of(property.Subject), property.Property);
}
