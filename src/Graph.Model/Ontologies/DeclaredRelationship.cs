using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>A relationship field as a node type declares it.</summary>
internal sealed record DeclaredRelationship(
    NodeType Source,
    FieldDefinitionNode Field,
    string Type,
    Direction Direction,
    string? Properties,
    EntityType Target,
    bool IsList)
{
    public string Name => $"{Source.Name}.{Field.Name.Value}";
}
