namespace Graph.GraphQL.Tests.Execution;

public sealed class IntrospectingASchema
{
    private const string Sdl = """
        "All of it."
        schema { query: Root mutation: Change }
        type Root { "A name." name(old: Int @deprecated, size: Size = BIG): String @deprecated(reason: "Use more.") other: [Size!]! }
        type Change { x(in: In): Url }
        enum Size { BIG SMALL @deprecated }
        scalar Url @specifiedBy(url: "https://url.spec.whatwg.org")
        input In @oneOf { a: Int  b: [String!] }
        directive @note(text: String = "n") repeatable on FIELD | QUERY
        """;

    [Theory]
    [InlineData("{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }",
        """{"__schema":{"description":"All of it.","queryType":{"name":"Root"},"mutationType":{"name":"Change"},"subscriptionType":null}}""")]
    [InlineData("""{ __type(name: "Root") { kind fields { name type { kind ofType { kind ofType { kind ofType { kind name } } } } } } }""",
        """{"__type":{"kind":"OBJECT","fields":[{"name":"other","type":{"kind":"NON_NULL","ofType":{"kind":"LIST","ofType":{"kind":"NON_NULL","ofType":{"kind":"ENUM","name":"Size"}}}}}]}}""")]
    [InlineData("""{ __type(name: "Root") { fields(includeDeprecated: true) { name description isDeprecated deprecationReason args { name defaultValue } } } }""",
        """{"__type":{"fields":[{"name":"name","description":"A name.","isDeprecated":true,"deprecationReason":"Use more.","args":[{"name":"size","defaultValue":"BIG"}]},{"name":"other","description":null,"isDeprecated":false,"deprecationReason":null,"args":[]}]}}""")]
    [InlineData("""{ __type(name: "Size") { enumValues { name } all: enumValues(includeDeprecated: true) { name isDeprecated } } }""",
        """{"__type":{"enumValues":[{"name":"BIG"}],"all":[{"name":"BIG","isDeprecated":false},{"name":"SMALL","isDeprecated":true}]}}""")]
    [InlineData("""{ a: __type(name: "In") { isOneOf inputFields { name } } b: __type(name: "Root") { isOneOf } c: __type(name: "Url") { specifiedByURL } d: __type(name: "Nope") { name } }""",
        """{"a":{"isOneOf":true,"inputFields":[{"name":"a"},{"name":"b"}]},"b":{"isOneOf":null},"c":{"specifiedByURL":"https://url.spec.whatwg.org"},"d":null}""")]
    [InlineData(
        """{ __schema { __typename queryType { __typename } } __typename }""",
        """{"__schema":{"__typename":"__Schema","queryType":{"__typename":"__Type"}},"__typename":"Root"}""")]
    public async Task TheSchemaTellsOfItself(string query, string expected)
    {
        var executor = Answers.Executor(Sdl);
        Assert.Equal($$"""{"data":{{expected}}}""", await executor.AnswerAsync(query));
        // The second answer comes from what was kept of the first.
        Assert.Equal($$"""{"data":{{expected}}}""", await executor.AnswerAsync(query));
    }

    [Fact]
    public async Task DirectivesAreToldWithTheirPlaces()
    {
        var answer = await Answers.Ask(Sdl, "{ __schema { directives { name isRepeatable locations args { name defaultValue } } } }");
        Assert.Contains(
            """{"name":"note","isRepeatable":true,"locations":["FIELD","QUERY"],"args":[{"name":"text","defaultValue":"\"n\""}]}""",
            answer,
            StringComparison.Ordinal);
        Assert.Contains("\"name\":\"oneOf\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameInAVariableIsLookedUpInEachRun()
    {
        var executor = Answers.Executor(Sdl);
        const string query = "query($n: String!) { __type(name: $n) { name } }";
        Assert.Equal("""{"data":{"__type":{"name":"Size"}}}""", await executor.AnswerAsync(query, """{"n":"Size"}"""));
        Assert.Equal("""{"data":{"__type":{"name":"Url"}}}""", await executor.AnswerAsync(query, """{"n":"Url"}"""));
    }
}
