using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>Int (section 3.5.1): <see cref="int"/>.</summary>
internal sealed class IntCoercion : ScalarCoercion
{
    public override object ParseValue(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number) throw new GraphQLException(ScalarMessages.NotAnInteger(Inspection.Show(value)));
        return value.TryGetInt32(out var number) ? number : FromDouble(value.GetDouble(), Inspection.Show(value));
    }

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number) throw new GraphQLException(ScalarMessages.NotAnInteger(Inspection.Literal(literal)));
        return int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : throw new GraphQLException(ScalarMessages.NotAnInt32(number.Value));
    }

    public override void Serialize(object value, ResponseBuffer output) => output.WriteInt64(ScalarResult.Of(value) switch
    {
        int number => number,
        bool boolean => boolean ? 1 : 0,
        long number => FromDouble(number, Inspection.Show(number)),
        double number => FromDouble(number, Inspection.Show(number)),
        string { Length: > 0 } text when ScalarResult.TryParseNumber(text, out var number) => FromDouble(number, Inspection.Show(text)),
        var other => throw new GraphQLException(ScalarMessages.NotAnInteger(Inspection.Show(other))),
    });

    private static int FromDouble(double number, string shown)
    {
        if (!double.IsInteger(number)) throw new GraphQLException(ScalarMessages.NotAnInteger(shown));
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw new GraphQLException(ScalarMessages.NotAnInt32(shown));
    }
}
