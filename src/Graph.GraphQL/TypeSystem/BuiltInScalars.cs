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

/// <summary>String (section 3.5.3): <see cref="string"/>.</summary>
internal sealed class StringCoercion : ScalarCoercion
{
    public override object ParseValue(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new GraphQLException(ScalarMessages.NotAString(Inspection.Show(value)));

    public override object ParseLiteral(ValueNode literal) =>
        literal is StringValueNode text ? text.Value : throw new GraphQLException(ScalarMessages.NotAString(Inspection.Literal(literal)));

    public override void Serialize(object value, ResponseBuffer output) => output.WriteString(ScalarResult.Of(value) switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => JsonNumber.Format(number),
        var other => throw new GraphQLException(ScalarMessages.NotAStringResult(Inspection.Show(other))),
    });
}

/// <summary>Boolean (section 3.5.4): <see cref="bool"/>.</summary>
internal sealed class BooleanCoercion : ScalarCoercion
{
    private static readonly object True = true;
    private static readonly object False = false;

    public override object ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => True,
        JsonValueKind.False => False,
        _ => throw new GraphQLException(ScalarMessages.NotABoolean(Inspection.Show(value))),
    };

    public override object ParseLiteral(ValueNode literal) =>
        literal is BooleanValueNode boolean
            ? boolean.Value ? True : False
            : throw new GraphQLException(ScalarMessages.NotABoolean(Inspection.Literal(literal)));

    public override void Serialize(object value, ResponseBuffer output) => output.WriteBoolean(ScalarResult.Of(value) switch
    {
        bool boolean => boolean,
        int number => number != 0,
        long number => number != 0,
        double number when double.IsFinite(number) => number != 0,
        var other => throw new GraphQLException(ScalarMessages.NotABoolean(Inspection.Show(other))),
    });
}

/// <summary>ID (section 3.5.5): <see cref="string"/>; whole numbers are taken as their digits.</summary>
internal sealed class IdCoercion : ScalarCoercion
{
    public override object ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Number when double.IsInteger(value.GetDouble()) => JsonNumber.Format(value.GetDouble()),
        _ => throw new GraphQLException(ScalarMessages.NotAnId(Inspection.Show(value))),
    };

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw new GraphQLException(ScalarMessages.NotAnIdLiteral(Inspection.Literal(literal))),
    };

    public override void Serialize(object value, ResponseBuffer output) => output.WriteString(ScalarResult.Of(value) switch
    {
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number when double.IsInteger(number) => JsonNumber.Format(number),
        Guid id => id.ToString(),
        var other => throw new GraphQLException(ScalarMessages.NotAnId(Inspection.Show(other))),
    });
}
