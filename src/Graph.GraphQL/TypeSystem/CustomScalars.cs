using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>The custom scalars the engine brings along.</summary>
public static class CustomScalars
{
    /// <summary>A day, <see cref="DateOnly"/>, as <c>"2025-06-02"</c> (RFC 3339 full-date).</summary>
    public static ScalarCoercion Date { get; } = new DateCoercion();

    /// <summary>A moment with its offset, <see cref="DateTimeOffset"/>, as <c>"2025-06-02T10:30:00Z"</c> (RFC 3339 date-time).</summary>
    public static ScalarCoercion DateTime { get; } = new DateTimeCoercion();

    /// <summary>A 64-bit integer, <see cref="long"/>; taken as a number or as text, given as a number.</summary>
    public static ScalarCoercion BigInt { get; } = new BigIntCoercion();

    /// <summary>Every JSON value, unchanged: strings, numbers, booleans, lists and maps of the CLR.</summary>
    public static ScalarCoercion Any { get; } = new AnyCoercion();

    /// <summary>The coercion of a scalar by its name, for those that have one.</summary>
    internal static ScalarCoercion For(string name) => name switch
    {
        "Date" => Date,
        "DateTime" => DateTime,
        "BigInt" => BigInt,
        _ => Any,
    };
}

internal sealed class DateCoercion : ScalarCoercion
{
    private const string Form = "yyyy-MM-dd";

    public override object ParseValue(JsonElement value) => Parse(value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        ?? throw new GraphQLException(ScalarMessages.NotADate(Inspection.Show(value)));

    public override object ParseLiteral(ValueNode literal) => Parse((literal as StringValueNode)?.Value)
        ?? throw new GraphQLException(ScalarMessages.NotADate(Inspection.Literal(literal)));

    public override void Serialize(object value, ResponseBuffer output)
    {
        var day = value switch
        {
            DateOnly date => date,
            System.DateTime time => DateOnly.FromDateTime(time),
            _ => ScalarResult.Of(value) is string text && Parse(text) is DateOnly date
                ? date
                : throw new GraphQLException(ScalarMessages.NotADate(Inspection.Show(value))),
        };
        output.WriteString(day.ToString(Form, CultureInfo.InvariantCulture));
    }

    private static object? Parse(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

internal sealed class DateTimeCoercion : ScalarCoercion
{
    // RFC 3339: the offset is required, seconds too; up to seven digits of a second are kept.
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public override object ParseValue(JsonElement value) => Parse(value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        ?? throw new GraphQLException(ScalarMessages.NotADateTime(Inspection.Show(value)));

    public override object ParseLiteral(ValueNode literal) => Parse((literal as StringValueNode)?.Value)
        ?? throw new GraphQLException(ScalarMessages.NotADateTime(Inspection.Literal(literal)));

    public override void Serialize(object value, ResponseBuffer output)
    {
        var moment = value switch
        {
            DateTimeOffset time => time,
            System.DateTime { Kind: not DateTimeKind.Unspecified } time => new DateTimeOffset(time),
            _ => ScalarResult.Of(value) is string text && Parse(text) is DateTimeOffset time
                ? time
                : throw new GraphQLException(ScalarMessages.NotADateTime(Inspection.Show(value))),
        };
        var form = moment.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
        output.WriteString(moment.ToString(form, CultureInfo.InvariantCulture));
    }

    private static object? Parse(string? text)
    {
        if (text is null || !HasOffset(text)) return null;
        return DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;
    }

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || text.EndsWith('z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}

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
