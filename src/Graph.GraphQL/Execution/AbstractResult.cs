using System.Text.Json;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>ResolveAbstractType (section 6.4.3).</summary>
internal static class AbstractResult
{
    public static ObjectType Resolve(ExecutableSchema schema, CompositeType type, object value, PlannedField field)
    {
        var name = schema.TypeResolverOf(type) is { } resolver ? resolver(value) : NameOf(schema.Schema, type, value);
        if (name is null) throw new GraphQLException(ExecutionMessages.NoRuntimeType(type, field.ParentType, field.Definition));
        return schema.Schema.FindType(name) switch
        {
            ObjectType found when schema.Schema.IsSubType(type, found) => found,
            ObjectType => throw new GraphQLException(ExecutionMessages.NotAPossibleType(type, name)),
            null => throw new GraphQLException(ExecutionMessages.UnknownRuntimeType(type, name)),
            _ => throw new GraphQLException(ExecutionMessages.RuntimeTypeNotAnObject(type, name)),
        };
    }

    private static string? NameOf(Schema schema, CompositeType type, object value) => value switch
    {
        JsonElement json => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("__typename", out var name)
            && name.ValueKind == JsonValueKind.String ? name.GetString() : null,
        IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault("__typename") as string,
        _ => schema.FindType(value.GetType().Name) is ObjectType found && schema.IsSubType(type, found) ? found.Name : null,
    };
}
