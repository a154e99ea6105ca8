using System.Text.Json;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.TypeSystem;

public sealed class ValuesOfScalars
{
    [Theory]
    [InlineData("Int", "2147483647")]
    [InlineData("Float", "1.5")]
    [InlineData("String", "\"text\"")]
    [InlineData("Boolean", "true")]
    [InlineData("ID", "\"a1\"")]
    [InlineData("Date", "\"2024-02-29\"")]
    [InlineData("DateTime", "\"2025-06-02T10:30:00Z\"")]
    [InlineData("DateTime", "\"2025-06-02T10:30:00.25+03:00\"")]
    [InlineData("BigInt", "9007199254740993")]
    public void AValueComesOutAsItWentIn(string scalar, string json)
    {
        var coercion = Coercion(scalar);
        Assert.Equal(json, Serialized(coercion, coercion.ParseValue(Json(json))));
        Assert.Equal(json, Serialized(coercion, coercion.ParseLiteral(Parser.ParseValue(json))));
    }

    [Theory]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("Boolean", "0", "Boolean cannot represent a non boolean value: 0")]
    [InlineData("ID", "true", "ID cannot represent value: true")]
    [InlineData("ID", "{\"a\":{\"b\":{\"c\":1}}}", "ID cannot represent value: { a: { b: [Object] } }")]
    [InlineData("Date", "\"2025-02-30\"", "Date cannot represent value: \"2025-02-30\". Give a day of the calendar as text, such as \"2025-06-02\".")]
    [InlineData(
        "DateTime",
        "\"2025-06-02T10:30:00\"",
        "DateTime cannot represent value: \"2025-06-02T10:30:00\". Give a time with its offset as text, such as \"2025-06-02T10:30:00Z\".")]
    [InlineData(
        "BigInt",
        "9223372036854775808",
        "BigInt cannot represent value: 9223372036854776000. Give a whole number from -2^63 to 2^63-1, as a number or as text.")]
    public void AWrongValueIsRefusedByName(string scalar, string json, string message) =>
        Assert.Equal(message, Assert.Throws<GraphQLException>(() => Coercion(scalar).ParseValue(Json(json))).Message);

    [Fact]
    public void ALongValueIsShownByItsBeginning()
    {
        var text = new string('9', 10_000);
        foreach (var scalar in new[] { "Int", "Float", "Boolean", "Date", "DateTime", "BigInt" })
        {
            foreach (var coerce in new Action[]
            {
                () => Coercion(scalar).ParseValue(Json($"\"{text}\"")), () => Coercion(scalar).ParseLiteral(Parser.ParseValue($"\"{text}\"")),
            })
            {
                Assert.Contains($" value: \"{text[..199]}", Assert.Throws<GraphQLException>(coerce).Message, StringComparison.Ordinal);
                Assert.InRange(Assert.Throws<GraphQLException>(coerce).Message.Length, 200, 400);
            }
        }
    }

    [Fact]
    public void WholeNumbersAreIdsAndExponentsAreIntegers()
    {
        Assert.Equal("12", Coercion("ID").ParseValue(Json("12")));
        Assert.Equal(1000, Coercion("Int").ParseValue(Json("1e3")));
    }

    [Fact]
    public void AScalarWithoutCoercionTakesEverything()
    {
        var value = Coercion("Anything").ParseLiteral(Parser.ParseValue("{a: [1, X, 2.5]}"));
        Assert.Equal("{\"a\":[1,\"X\",2.5]}", Serialized(Coercion("Anything"), value));
    }

    private static ScalarCoercion Coercion(string name) =>
        IntrospectionTypes.FindBuiltIn(name) is ScalarType scalar ? scalar.Coercion : CustomScalars.For(name);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Serialized(ScalarCoercion coercion, object value)
    {
        using var buffer = new ResponseBuffer();
        coercion.Serialize(value, buffer);
        return buffer.ToString();
    }
}
