using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>Date: <see cref="DateOnly"/>, as RFC 3339 writes a full-date.</summary>
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
