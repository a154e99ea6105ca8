using System.Text.Json;

namespace Graph.Api.Tests.Answers;

/// <summary>Films instead of accusations: imported, stored and asked with no line of domain code.</summary>
public sealed class AnotherDomain : IAsyncLifetime
{
    private const string Graph = """
        {"type":"node","id":"ann","labels":["Artist","Maker"],"properties":{"id":"ann","name":"Ann","born":"1950-02-28"}}
        {"type":"node","id":"bo","labels":["Artist","Maker"],"properties":{"id":"bo","name":"Bo"}}
        {"type":"node","id":"lion","labels":["Studio","Maker"],"properties":{"id":"lion","name":"Lion","founded":1924}}
        {"type":"node","id":"dawn","labels":["Film"],"properties":{"id":"dawn","title":"Dawn","year":1976,"minutes":[91,104],"grossing":9007199254740993,"rating":7.25,"inColour":true,"premiere":"1976-05-01T20:00:00.123456+02:00","mood":"SAD"}}
        {"type":"node","id":"dusk","labels":["Film"],"properties":{"id":"dusk","title":"Dusk","year":1980,"minutes":[],"inColour":false}}
        {"type":"relationship","id":"1","label":"MADE","start":{"id":"ann","labels":["Artist","Maker"]},"end":{"id":"dawn","labels":["Film"]},"properties":{"role":"director","fee":10.5,"credited":true}}
        {"type":"relationship","id":"2","label":"MADE","start":{"id":"ann","labels":["Artist","Maker"]},"end":{"id":"dawn","labels":["Film"]},"properties":{"role":"writer","credited":false}}
        {"type":"relationship","id":"3","label":"MADE","start":{"id":"lion","labels":["Studio","Maker"]},"end":{"id":"dawn","labels":["Film"]},"properties":{}}
        {"type":"relationship","id":"4","label":"FOLLOWS","start":{"id":"dusk","labels":["Film"]},"end":{"id":"dawn","labels":["Film"]},"properties":{}}
        """;

    private readonly ImportedGraph graph = new();

    [Fact]
    public void AnswersEveryKindOfValue() => Assert.Equal(
        """{"data":{"films":[{"title":"Dawn","year":1976,"minutes":[91,104],"grossing":"9007199254740993","rating":7.25,"inColour":true,"premiere":"1976-05-01T18:00:00.123Z","mood":"SAD"},{"title":"Dusk","year":1980,"minutes":[],"grossing":null,"rating":null,"inColour":false,"premiere":null,"mood":null}]}}""",
        Ask("{ films(sort: [{ year: ASC }]) { title year minutes grossing rating inColour premiere mood } }"));

    [Theory]
    [InlineData("""{ grossing: { eq: "9007199254740993" } }""", "dawn")]
    [InlineData("{ grossing: { gt: 9007199254740992 } }", "dawn")]
    [InlineData("{ inColour: { eq: false } }", "dusk")]
    [InlineData("{ minutes: { includes: 104 } }", "dawn")]
    [InlineData("{ minutes: { eq: [] } }", "dusk")]
    [InlineData("{ mood: { in: [SAD, MERRY] } }", "dawn")]
    [InlineData("""{ premiere: { eq: "1976-05-01T18:00:00.123456Z" } }""", "dawn")]
    [InlineData("{ makersConnection: { some: { edge: { credited: { eq: false } }, node: { typename: [Artist] } } } }", "dawn")]
    [InlineData("{ makers: { single: { typename: [Studio] } } }", "dawn")]
    [InlineData("{ sequelOf: { year: { lt: 1980 } } }", "dusk")]
    [InlineData("{ makersConnection: { aggregate: { edge: { fee: { sum: { eq: 0 } } } } } }", "dusk")]
    public void FiltersByEveryKindOfValue(string where, string id) =>
        Assert.Equal($$$"""{"data":{"films":[{"id":"{{{id}}}"}]}}""", Ask($$"""{ films(where: {{where}}) { id } }"""));

    [Fact]
    public void FollowsRelationshipsOfAnInterface() => Assert.Equal(
        """{"data":{"makers":[{"__typename":"Artist","name":"Ann","born":"1950-02-28","madeConnection":{"totalCount":2,"edges":[{"properties":{"role":"director","fee":10.5},"node":{"sequels":[{"title":"Dusk"}]}},{"properties":{"role":"writer","fee":null},"node":{"sequels":[{"title":"Dusk"}]}}]}},{"__typename":"Studio","name":"Lion","founded":1924,"madeConnection":{"totalCount":1,"edges":[{"properties":{"role":null,"fee":null},"node":{"sequels":[{"title":"Dusk"}]}}]}}]}}""",
        Ask("""
            { makers(where: { made: { some: null } }, sort: [{ madeCount: DESC }, { name: ASC }]) {
                __typename name ... on Artist { born } ... on Studio { founded }
                madeConnection(sort: [{ edge: { Part: { fee: ASC } } }]) { totalCount edges { properties { ... on Part { role fee } } node { sequels { title } } } } } }
            """));

    [Fact]
    public void KeepsEveryDigitOfAnInstantInACursor()
    {
        const string Query = "query ($after: String) { filmsConnection(first: 1, after: $after, sort: [{ premiere: ASC }]) { edges { node { id } } pageInfo { endCursor } } }";
        var first = JsonElement.Parse(Ask(Query)).GetProperty("data").GetProperty("filmsConnection");
        Assert.Equal("dawn", first.GetProperty("edges")[0].GetProperty("node").GetProperty("id").GetString());

        var next = Ask(Query, $$"""{ "after": "{{first.GetProperty("pageInfo").GetProperty("endCursor")}}" }""");

        Assert.Contains("""[{"node":{"id":"dusk"}}]""", next, StringComparison.Ordinal);
    }

    [Fact]
    public void AggregatesLargeNumbersAndTruth() => Assert.Equal(
        """{"data":{"filmsConnection":{"aggregate":{"node":{"grossing":{"max":"9007199254740993","sum":"9007199254740993"},"year":{"average":1978}}}}}}""",
        Ask("{ filmsConnection { aggregate { node { grossing { max sum } year { average } } } } }"));

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(graph.File, Graph);
        await graph.ImportAsync(Domains.Films);
    }

    public async Task DisposeAsync() => await graph.DisposeAsync();

    private string Ask(string query, string? variables = null) => graph.Ask(query, variables);
}
