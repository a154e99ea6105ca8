using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>BigInt: <see cref="long"/>.</summary>
internal sealed class BigIntCoercion : ScalarCoercion
{
    public override object ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.String when Parse(value.GetString()!) is { } number => number,
        _ => throw new GraphQLException(ScalarMessages.NotABigInt(Inspection.Show(value))),
    };

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode { Value: var digits } when Parse(digits) is { } number => number,
        StringValueNode { Value: var text } when Parse(text) is { } number => number,
        _ => throw new GraphQLException(ScalarMessages.NotABigInt(Inspection.Literal(literal))),
    };

    public override void Serialize(
        object value,
        ResponseBuffer output) => output.WriteInt64(value is JsonElement json && json.ValueKind == JsonValueKind.Number
            && json.TryGetInt64(out var exact)
        ? exact
        : ScalarResult.Of(value) switch
        {
            int number => number,
            long number => number,
            string text when Parse(text) is { } number => number,
            double number when double.IsInteger(number) && Math.Abs(number) < 9.2e18 => (long)number,
            var other => throw new GraphQLException(ScalarMessages.NotABigInt(Inspection.Show(other))),
        });

    private static long? Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
