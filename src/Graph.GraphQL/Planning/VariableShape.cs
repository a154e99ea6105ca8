using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>
/// What of the variables a plan depends on, as bytes for its key: which values are absent or null, which fields the objects
/// have, how long lists of objects are, booleans, and structural enums. Other scalar values never are part of it.
/// </summary>
internal static class VariableShape
{
    /// <summary>Writes the shape of one variable's value.</summary>
    public static void Write(object? value, GraphQLType? type, ResponseBuffer key)
    {
        if (ReferenceEquals(value, CoercedVariables.Absent)) key.WriteByte((byte)'-');
        else if (value is null) key.WriteByte((byte)'N');
        else if (type is NonNullType nonNull) Write(value, nonNull.OfType, key);
        else if (value is InputObject fields) WriteObject(fields, key);
        else if (type is ListType list && value is IReadOnlyList<object?> items) WriteList(items, list.OfType, key);
        else if (value is bool boolean) key.WriteByte(boolean ? (byte)'T' : (byte)'F');
        else if (type is EnumType { IsStructural: true }) key.WriteString((string)value);
        else key.WriteByte((byte)'S');
    }

    /// <summary>Whether the value of a type is fixed by the key.</summary>
    public static bool IsFixed(GraphQLType type) => type.Named is EnumType { IsStructural: true } || type.Nullable is ScalarType { Name: "Boolean" };

    private static void WriteObject(InputObject fields, ResponseBuffer key)
    {
        key.WriteByte((byte)'{');
        foreach (ref readonly var field in fields.Fields)
        {
            key.WriteInt64(field.Ordinal);
            key.WriteByte((byte)':');
            Write(field.Value, field.Definition.Type, key);
        }

        key.WriteByte((byte)'}');
    }

    private static void WriteList(IReadOnlyList<object?> items, GraphQLType itemType, ResponseBuffer key)
    {
        var named = itemType.Named;
        if (named is not InputObjectType && !IsFixed(named.AsList()))
        {
            key.WriteByte((byte)'L');
            return;
        }

        key.WriteByte((byte)'[');
        foreach (var item in items)
        {
            Write(item, itemType, key);
            key.WriteByte((byte)',');
        }

        key.WriteByte((byte)']');
    }
}
