using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>Any: every JSON value as the strings, numbers, booleans, lists and maps of the CLR.</summary>
internal sealed class AnyCoercion : ScalarCoercion
{
    public override object ParseValue(JsonElement value) => Untyped(value)!;

    public override object ParseLiteral(ValueNode literal) => Untyped(literal)!;

    public override void Serialize(object value, ResponseBuffer output)
    {
        if (value is JsonElement json)
        {
            output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(json));
            return;
        }
        switch (ScalarResult.Of(value))
        {
            case string text: output.WriteString(text); break;
            case bool boolean: output.WriteBoolean(boolean); break;
            case int number: output.WriteInt64(number); break;
            case long number: output.WriteInt64(number); break;
            case double number: output.WriteDouble(number); break;
            case var other: output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(other)); break;
        }
    }

    private static object? Untyped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(Untyped).ToList(),
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(property => property.Name, property => Untyped(property.Value)),
        _ => null,
    };

    private static object? Untyped(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode boolean => boolean.Value,
        IntValueNode { Value: var digits } => long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.Parse(digits, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Values.Select(Untyped).ToList(),
        ObjectValueNode value => value.Fields.DistinctBy(field => field.Name.Value)
            .ToDictionary(field => field.Name.Value, field => Untyped(field.Value)),
        _ => null,
    };
}
