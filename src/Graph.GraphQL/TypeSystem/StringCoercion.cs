using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

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
