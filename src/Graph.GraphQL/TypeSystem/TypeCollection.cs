using System.Collections.Immutable;
using Graph.GraphQL.Introspection;
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

/// <summary>All types of a schema by name. A built-in scalar belongs to it only where something refers to it (section 3.5).</summary>
internal static class TypeCollection
{
    public static Dictionary<string, NamedType> Collect(SchemaParts parts)
    {
        var types = new Dictionary<string, NamedType>();
        foreach (var type in parts.Types) types[type.Name] = type;
        foreach (var type in parts.Types) AddReferences(type);
        foreach (var directive in parts.Directives)
            foreach (var argument in directive.Arguments) types.TryAdd(argument.Type.Named.Name, argument.Type.Named);
        foreach (var type in IntrospectionTypes.All)
        {
            types.TryAdd(type.Name, type);
            AddReferences(type);
        }
        return types;

        void AddReferences(NamedType type)
        {
            switch (type)
            {
                case FieldedType fielded:
                    foreach (var field in fielded.Fields)
                    {
                        types.TryAdd(field.Type.Named.Name, field.Type.Named);
                        foreach (var argument in field.Arguments) types.TryAdd(argument.Type.Named.Name, argument.Type.Named);
                    }
                    break;
                case InputObjectType input:
                    foreach (var field in input.Fields) types.TryAdd(field.Type.Named.Name, field.Type.Named);
                    break;
            }
        }
    }
}
