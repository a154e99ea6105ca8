using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

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
