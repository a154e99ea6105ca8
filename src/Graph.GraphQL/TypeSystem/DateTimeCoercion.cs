using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>DateTime: <see cref="DateTimeOffset"/>, as RFC 3339 writes a date-time.</summary>
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
