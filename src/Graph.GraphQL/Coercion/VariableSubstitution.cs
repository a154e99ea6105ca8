using System.Globalization;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Coercion;

/// <summary>Writes the values of variables into a literal, for scalars that take whole lists and objects.</summary>
internal static class VariableSubstitution
{
    public static ValueNode In(ValueNode node, CoercedVariables? variables) => node switch
    {
        VariableNode variable => variables.TryGet(variable, out var value) ? Literal(value) : new NullValueNode(),
        ListValueNode list => new ListValueNode([.. list.Values.Select(item => In(item, variables))]),
        ObjectValueNode literal => new ObjectValueNode([.. literal.Fields
            .Where(field => field.Value is not VariableNode variable || variables.TryGet(variable, out _))
            .Select(field => new ObjectFieldNode(field.Name, In(field.Value, variables)))]),
        _ => node,
    };

    private static ValueNode Literal(object? value) => value switch
    {
        null => new NullValueNode(),
        bool boolean => new BooleanValueNode(boolean),
        int or long => new IntValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        double number => new FloatValueNode(JsonNumber.Format(number)),
        IReadOnlyDictionary<string, object?> map => new ObjectValueNode(
            [.. map.Select(entry => new ObjectFieldNode(new(entry.Key), Literal(entry.Value)))]),
        IReadOnlyList<object?> list => new ListValueNode([.. list.Select(Literal)]),
        _ => new StringValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };
}
