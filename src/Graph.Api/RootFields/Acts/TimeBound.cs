using System.Globalization;
using System.Text;
using System.Text.Json;
using Graph.GraphQL;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;
using Graph.Model.Values;

namespace Graph.Api.RootFields.Acts;

/// <summary>
/// A bound of time as clients write it: a day (<see cref="DateOnly"/>), or an instant or milliseconds since 1970 as number or text
/// (<see cref="DateTimeOffset"/>). Text of nothing but digits is milliseconds.
/// </summary>
internal sealed class TimeBound : ScalarCoercion
{
    public const string Name = "TimeBound";

    /// <inheritdoc/>
    public override object ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => OfText(value.GetString()!),
        JsonValueKind.Number => OfNumber(value.GetRawText()),
        _ => null,
    } ?? throw new GraphQLException(ApiMessages.NotATimeBound(value.GetRawText()));

    /// <inheritdoc/>
    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => OfText(text.Value),
        IntValueNode number => OfNumber(number.Value),
        FloatValueNode number => OfNumber(number.Value),
        _ => null,
    } ?? throw new GraphQLException(ApiMessages.NotATimeBound(Printer.Print(literal)));

    /// <inheritdoc/>
    public override void Serialize(object value, ResponseBuffer output) =>
        output.WriteString(value is DateOnly day ? TimeText.Of(day) : TimeText.Of((DateTimeOffset)value));

    private static object? OfText(string text)
    {
        if (ScalarText.TryDay(Encoding.UTF8.GetBytes(text), out var day)) return day;
        if (OfNumber(text) is { } instant) return instant;
        try
        {
            return CustomScalars.DateTime.ParseLiteral(new StringValueNode(text));
        }
        catch (GraphQLException)
        {
            return null;
        }
    }

    // A whole number, also written as a float, within the years 1 to 9999.
    private static object? OfNumber(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        var isKnown = decimal.IsInteger(number)
            && number >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return isKnown ? DateTimeOffset.FromUnixTimeMilliseconds((long)number) : null;
    }
}
