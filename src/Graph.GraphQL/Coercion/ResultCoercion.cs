using System.Collections;
using System.Text.Json;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>Result coercion of lists (section 3.11).</summary>
internal static class ListResult
{
    public static IReadOnlyList<object?> Of(object value, PlannedField field) => value switch
    {
        IReadOnlyList<object?> list => list,
        JsonElement { ValueKind: JsonValueKind.Array } json => [.. json.EnumerateArray().Select(static item => (object?)item)],
        IEnumerable list and not string and not IDictionary => [.. list.Cast<object?>()],
        _ => throw new GraphQLException(CoercionMessages.NotAList(field.ParentType, field.Definition)),
    };
}

/// <summary>Result coercion of enums (section 3.9): the name of a value, as text or as a CLR enum.</summary>
internal static class EnumResult
{
    public static string Serialize(EnumType type, object value)
    {
        var name = ScalarResult.Of(value) as string;
        return (name is null ? null : type.Values.Find(name)?.Name)
            ?? throw new GraphQLException(CoercionMessages.EnumResult(type, Inspection.Show(value)));
    }
}
