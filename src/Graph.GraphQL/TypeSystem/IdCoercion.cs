using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

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
