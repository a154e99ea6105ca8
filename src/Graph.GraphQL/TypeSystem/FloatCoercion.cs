using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>Float (section 3.5.2): <see cref="double"/>, always finite.</summary>
internal sealed class FloatCoercion : ScalarCoercion
{
    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && double.IsFinite(number)
        ? number
        : throw new GraphQLException(ScalarMessages.NotAFloat(Inspection.Show(value)));

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        _ => throw new GraphQLException(ScalarMessages.NotAFloat(Inspection.Literal(literal))),
    };

    public override void Serialize(object value, ResponseBuffer output) => output.WriteDouble(ScalarResult.Of(value) switch
    {
        double number when double.IsFinite(number) => number,
        int number => number,
        long number => number,
        bool boolean => boolean ? 1 : 0,
        string { Length: > 0 } text when ScalarResult.TryParseNumber(text, out var number) => number,
        var other => throw new GraphQLException(ScalarMessages.NotAFloat(Inspection.Show(other))),
    });
}
