using System.Text.Json;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.Coercion;

public sealed class CoercingVariables
{
    private const string Sdl = """
        type Query { f(i: Int, s: String, e: Color, o: In, l: [Int!], one: One, id: ID, x: Float, b: Boolean): String }
        enum Color { RED GREEN }
        input In { a: Int!, b: String = "b", c: In, list: [Int!] }
        input One @oneOf { x: Int, y: Int }
        """;

    [Theory]
    [InlineData("$v: Int!", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("$v: Int!", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("$v: Int", """{"v":"1"}""", "Variable \"$v\" got invalid value \"1\"; Int cannot represent non-integer value: \"1\"")]
    [InlineData("$v: Int", """{"v":1.5}""", "Variable \"$v\" got invalid value 1.5; Int cannot represent non-integer value: 1.5")]
    [InlineData(
        "$v: Int",
        """{"v":2147483648}""",
        "Variable \"$v\" got invalid value 2147483648; Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData(
        "$v: String",
        """{"v":{"a":[1,{"b":{}}]}}""",
        "Variable \"$v\" got invalid value { a: [1, [Object]] }; String cannot represent a non string value: { a: [1, [Object]] }")]
    [InlineData("$v: Boolean", """{"v":1}""", "Variable \"$v\" got invalid value 1; Boolean cannot represent a non boolean value: 1")]
    [InlineData("$v: ID", """{"v":true}""", "Variable \"$v\" got invalid value true; ID cannot represent value: true")]
    [InlineData("$v: In", """{"v":3}""", "Variable \"$v\" got invalid value 3; Expected type \"In\" to be an object.")]
    [InlineData("$v: In", """{"v":{}}""", "Variable \"$v\" got invalid value {}; Field \"a\" of required type \"Int!\" was not provided.")]
    [InlineData(
        "$v: In",
        """{"v":{"a":null}}""",
        "Variable \"$v\" got invalid value null at \"v.a\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData(
        "$v: In",
        """{"v":{"a":1,"list":[1,null]}}""",
        "Variable \"$v\" got invalid value null at \"v.list[1]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData(
        "$v: In",
        """{"v":{"a":1,"c":{"a":"x"}}}""",
        "Variable \"$v\" got invalid value \"x\" at \"v.c.a\"; Int cannot represent non-integer value: \"x\"")]
    [InlineData(
        "$v: One",
        """{"v":{"x":1,"y":2}}""",
        "Variable \"$v\" got invalid value { x: 1, y: 2 }; Exactly one key must be specified for OneOf type \"One\".")]
    [InlineData("$v: One", """{"v":{"x":null}}""", "Variable \"$v\" got invalid value null at \"v.x\"; Field \"x\" must be non-null.")]
    [InlineData("$v: Query", """{"v":1}""", "Variable \"$v\" expected value of type \"Query\" which cannot be used as an input type.")]
    [InlineData(
        "$v: [Int!]",
        """{"v":[1,"a"]}""",
        "Variable \"$v\" got invalid value \"a\" at \"v[1]\"; Int cannot represent non-integer value: \"a\"")]
    public void AValueThatDoesNotFitIsRefusedWithItsPlace(string definition, string variables, string message) =>
        Assert.Equal([message], Refusals(definition, variables));

    [Fact]
    public void AllFaultsAreToldInTheOrderOfDefinition() => Assert.Equal(
        [
            "Variable \"$v\" got invalid value { b: 1, c: null }; Field \"a\" of required type \"Int!\" was not provided.",
            "Variable \"$v\" got invalid value 1 at \"v.b\"; String cannot represent a non string value: 1",
            "Variable \"$w\" of required type \"Int!\" was not provided.",
        ],
        Refusals("$v: In, $w: Int!", """{"v":{"b":1,"c":null}}"""));

    [Fact]
    public void TheListOfFaultsEndsAtFifty()
    {
        var refusals = Refusals("$v: [Int]", $$"""{"v":[{{string.Join(',', Enumerable.Repeat("\"x\"", 60))}}]}""");
        Assert.Equal(51, refusals.Count);
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted.", refusals[50]);
    }

    [Theory]
    [InlineData("$v: [In!]", """{"v":[{"a":"x"},{},{},{}]}""", "1:7")]
    [InlineData("$v: In, $w: In", """{"v":{"a":1},"w":{"a":1}}""", "1:15")]
    public void ValuesBeyondWhatAPlanTakesEndTheCoercionOfAllVariables(string definitions, string variables, string place)
    {
        Coercion(definitions).Coerce(JsonElement.Parse(variables), out var errors, maxValues: 3);
        var error = Assert.Single(errors!);
        Assert.Equal(
            ("The operation gives more than 3 values in arguments when each variable counts wherever it is used; give shorter ones or send several requests.", place),
            (error.Message, Assert.Single(error.Locations).ToString()));
    }

    [Fact]
    public void ListsOfScalarsMayBeLongerThanAPlan()
    {
        Coercion("$v: [Int!]").Coerce(JsonElement.Parse("{\"v\":[1,2,3,4]}"), out var errors, maxValues: 3);
        Assert.Null(errors);
    }

    [Fact]
    public void EveryFaultPointsAtTheDefinition()
    {
        var coerced = Coercion("$v: Int, $w: Int").Coerce(JsonElement.Parse("""{"w":"x"}"""), out var errors);
        Assert.Equal("1:16", Assert.Single(Assert.Single(errors!).Locations).ToString());
    }

    [Theory]
    [InlineData("$v: Int", """{"v":1.0}""", 1)]
    [InlineData("$v: ID", """{"v":7}""", "7")]
    [InlineData("$v: Float", """{"v":7}""", 7.0)]
    [InlineData("$v: Color = RED", "{}", "RED")]
    [InlineData("$v: Color = RED", """{"v":null}""", null)]
    public void AValueThatFitsIsCoerced(string definition, string variables, object? expected)
    {
        var coerced = Coercion(definition).Coerce(JsonElement.Parse(variables), out var errors);
        Assert.Null(errors);
        Assert.True(coerced.TryGet("v", out var value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void ObjectsGetTheirDefaultsInTheOrderOfDefinition()
    {
        var coerced = Coercion("$v: In").Coerce(JsonElement.Parse("""{"v":{"list":3,"a":1}}"""), out _);
        var value = Assert.IsType<InputObject>(coerced["v"]);
        Assert.Equal(["a", "b", "list"], value.Keys);
        Assert.Equal("b", value["b"]);
        Assert.Equal([3], (IReadOnlyList<object?>)value["list"]!);
    }

    [Fact]
    public void WhatWasNotGivenIsAbsentAndNotNull()
    {
        var coerced = Coercion("$v: Int").Coerce(default, out var errors);
        Assert.Null(errors);
        Assert.False(coerced.TryGet("v", out _));
    }

    // Each fault of an object shows the object, which a client may make as long as a body.
    [Fact]
    public void ALongValueIsNotShownWholeInEachOfItsFaults()
    {
        var keys = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"{new string('k', 100)}{i}\":{{\"s\":\"{new string('x', 20)}\"}}"));
        var variables = JsonElement.Parse($"{{\"v\":{{{keys}}}}}");
        var coercion = Coercion("$v: In");
        coercion.Coerce(variables, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        coercion.Coerce(variables, out var errors);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
        Assert.Equal(51, errors!.Count);
        Assert.All(errors.Take(50), error => Assert.InRange(error.Message.Length, 100, 2_500));
    }

    [Fact]
    public void ALongTextOrNameIsCutBetweenItsCharacters()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 1_000));
        var message = Assert.Single(Refusals("$v: Int", $$"""{"v":"x{{emoji}}"}"""));
        Assert.StartsWith($"Variable \"$v\" got invalid value \"x{emoji[..198]}…\"; Int cannot represent", message, StringComparison.Ordinal);
        Assert.StartsWith(
            $"Variable \"$v\" got invalid value {{ x{emoji[..198]}…: 1 }};",
            Assert.Single(Refusals("$v: Int", "{\"v\":{\"x" + emoji + "\":1}}")),
            StringComparison.Ordinal);
    }

    private static List<string> Refusals(string definitions, string variables)
    {
        Coercion(definitions).Coerce(JsonElement.Parse(variables), out var errors);
        return [.. (errors ?? []).Select(error => error.Message)];
    }

    private static VariableCoercion Coercion(string definitions)
    {
        var schema = Schema.Build(Sdl);
        var document = Parser.ParseDocument($"query({definitions}) {{ f }}");
        return new(schema, document.Definitions[0] is OperationDefinitionNode operation ? operation.VariableDefinitions : [], suggest: true);
    }
}
