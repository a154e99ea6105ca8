using Graph.GraphQL.Introspection;

namespace Graph.GraphQL.TypeSystem;

/// <summary>
/// All types of a schema by name, in the order in which introspection lists them: those defined, and after the first that refers
/// to it each built-in one. A built-in scalar belongs to a schema only where something refers to it (section 3.5).
/// </summary>
internal static class TypeCollection
{
    public static Dictionary<string, NamedType> Collect(SchemaParts parts)
    {
        var defined = parts.Types.Select(type => type.Name).ToHashSet();
        var types = new Dictionary<string, NamedType>();
        foreach (var type in parts.Types)
        {
            types[type.Name] = type;
            AddReferences(type);
        }
        foreach (var directive in parts.Directives)
            foreach (var argument in directive.Arguments) Refer(argument.Type);
        foreach (var type in IntrospectionTypes.All) Refer(type);
        return types;

        void Refer(GraphQLType type)
        {
            if (!defined.Contains(type.Named.Name) && types.TryAdd(type.Named.Name, type.Named)) AddReferences(type.Named);
        }

        void AddReferences(NamedType type)
        {
            if (type is FieldedType fielded)
            {
                foreach (var field in fielded.Fields)
                {
                    Refer(field.Type);
                    foreach (var argument in field.Arguments) Refer(argument.Type);
                }
            }
            else if (type is InputObjectType input)
            {
                foreach (var field in input.Fields) Refer(field.Type);
            }
        }
    }
}
