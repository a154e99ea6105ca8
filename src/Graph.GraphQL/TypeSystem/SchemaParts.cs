using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>What a schema is made of.</summary>
internal sealed record SchemaParts
{
    public string? Description { get; init; }
    public ObjectType? QueryType { get; init; }
    public ObjectType? MutationType { get; init; }
    public ObjectType? SubscriptionType { get; init; }
    public IReadOnlyList<NamedType> Types { get; init; } = [];
    public IReadOnlyList<DirectiveDefinition> Directives { get; init; } = [];
    public SchemaDefinitionNode? Definition { get; init; }
    public ImmutableArray<SchemaExtensionNode> Extensions { get; init; } = [];
    public SchemaOptions Options { get; init; } = SchemaOptions.Default;
}
