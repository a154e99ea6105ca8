using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.Tests.Planning;

public sealed class CostOfAnOperation
{
    private const string Sdl = """
        type Query { one: Item  many(limit: Int, offset: Int): [Item]  page(first: Int = 20): Connection  plain: [Item]  node: Node }
        type Item implements Node { id: ID  many(limit: Int, offset: Int): [Item]  one: Item }
        interface Node { id: ID  many(limit: Int): [Item] }
        type Connection { totalCount: Int  edges: [Edge]  nodes: [Item] }
        type Edge { node: Item }
        """;

    [Theory]
    [InlineData("{ __typename }", "{}", 0)]
    [InlineData("{ one { id } }", "{}", 1)]
    [InlineData("{ many(limit: 5) { id } }", "{}", 5)]
    [InlineData("{ plain { id } }", "{}", 10)]
    [InlineData("{ many(limit: 5) { one { id } } }", "{}", 10)]
    [InlineData("{ many(limit: 5) { many(limit: 3) { id } } }", "{}", 20)]
    [InlineData("{ page { totalCount edges { node { id } } } }", "{}", 41)]
    [InlineData("{ page(first: 3) { edges { node { id } } } }", "{}", 7)]
    [InlineData("query($n: Int) { many(limit: $n) { id } }", """{"n":7}""", 7)]
    [InlineData("query($n: Int) { many(limit: $n) { id } }", "{}", 10)]
    [InlineData("query($n: Int = 4) { many(limit: $n) { id } }", "{}", 4)]
    [InlineData("query($n: Int) { page(first: $n) { nodes { id } } }", "{}", 21)]
    [InlineData("{ node { ... on Item { many(limit: 2) { id } } ...F } } fragment F on Node { many(limit: 2) { id } }", "{}", 5)]
    [InlineData("{ page(first: 3) { ...F } } fragment F on Connection { edges { node { id } } }", "{}", 7)]
    public async Task TheCostIsTheNumberOfObjectsAskedFor(string query, string variables, double expected)
    {
        using var response = await Answers.Executor(Sdl).ExecuteAsync(GraphQLRequest.Of(query, variables) with { ReportCost = true });
        var cost = JsonElement.Parse(response.ToString()).GetProperty("extensions").GetProperty("cost");
        Assert.Equal((expected, 1_000_000), (cost.GetProperty("requested").GetDouble(), cost.GetProperty("limit").GetDouble()));
    }

    [Fact]
    public async Task TheCostIsToldOnlyOnRequest()
    {
        var executor = Answers.Executor(Sdl);
        Assert.Equal("""{"data":{"one":null}}""", await executor.AnswerAsync("{ one { id } }"));
        using var response = await executor.ExecuteAsync(
            GraphQLRequest.Of("{ one { id } }") with { Extensions = JsonElement.Parse("""{"cost":true}""") });
        Assert.Equal("""{"data":{"one":null},"extensions":{"cost":{"requested":1,"limit":1000000}}}""", response.ToString());
    }

    [Theory]
    [InlineData("{ many(limit: -1) { id } }", "{}", "limit", "many", -1, 8)]
    [InlineData("{ page(first: -2) { totalCount edges { node { id } } } }", "{}", "first", "page", -2, 8)]
    [InlineData("{ many(offset: -3) { id } }", "{}", "offset", "many", -3, 8)]
    [InlineData("{ one { many(limit: 5, offset: -3) { id } } }", "{}", "offset", "many", -3, 24)]
    [InlineData("{ one { ...F } } fragment F on Item { one { many(limit: -1) { id } } }", "{}", "limit", "many", -1, 50)]
    [InlineData("query($n: Int) { many(limit: $n) { id } }", """{"n":-1}""", "limit", "many", -1, 23)]
    [InlineData("query($n: Int = -4) { one { many(offset: $n) { id } } }", "{}", "offset", "many", -4, 34)]
    public async Task ASizeBelowNoneIsRefusedBeforeAnythingRuns(string query, string variables, string argument, string field, int asked, int column)
    {
        using var response = await Answers.Executor(Sdl).ExecuteAsync(GraphQLRequest.Of(query, variables));
        Assert.Equal(ResponseStatus.RequestError, response.Status);
        Assert.Equal(
            $$"""{"errors":[{"message":"`{{argument}}` of `{{field}}` is {{asked}}: it must be 0 or more.","locations":[{"line":1,"column":{{column}}}]}]}""",
            response.ToString());
    }

    [Theory]
    [InlineData("{ many(limit: 0, offset: 2000000) { id } }", 0)]
    [InlineData("{ many(offset: 3) { id } }", 10)]
    public async Task WhatIsLeftOutCostsNothing(string query, double expected)
    {
        using var response = await Answers.Executor(Sdl).ExecuteAsync(GraphQLRequest.Of(query) with { ReportCost = true });
        Assert.Equal(
            expected,
            JsonElement.Parse(response.ToString()).GetProperty("extensions").GetProperty("cost").GetProperty("requested").GetDouble());
    }

    [Fact]
    public async Task SizesInVariablesAreLimitedToo()
    {
        var executor = Answers.Executor(Sdl, limits: new() { Limits = new() { MaxListItems = 50, MaxCost = 100 } });
        const string query = "query($n: Int) { many(limit: $n) { many(limit: 3) { id } } }";
        Assert.Equal("""{"data":{"many":null}}""", await executor.AnswerAsync(query, """{"n":25}"""));
        Assert.Equal(
            """{"errors":[{"message":"The operation may ask for 104 objects; at most 100 are allowed, so give lists smaller limits or nest fewer of them.","locations":[{"line":1,"column":1}]}]}""",
            await executor.AnswerAsync(query, """{"n":26}"""));
        Assert.Equal(
            """{"errors":[{"message":"`limit` of `many` is 51: at most 50 items are answered at once, so ask for them page by page.","locations":[{"line":1,"column":23}]}]}""",
            await executor.AnswerAsync(query, """{"n":51}"""));
    }

    [Theory]
    [InlineData("{ many(limit: -1, offset: -1) { id } }")]
    [InlineData("{ page(first: -2147483648) { totalCount } }")]
    public async Task WithoutLimitsNoArgumentMeansASize(string query)
    {
        using var response = await Answers.Executor(Sdl, limits: ExecutorOptions.Unlimited).ExecuteAsync(GraphQLRequest.Of(query));
        Assert.Equal(ResponseStatus.Success, response.Status);
    }
}
