using System.Text.Json;

namespace Graph.Api.Tests.Answers;

/// <summary>Going from page to page by cursors meets every edge once, in the order of the whole.</summary>
[Collection(OverTheFixture.Name)]
public sealed class PagesOfAConnection(FixtureGraph graph)
{
    public static TheoryData<string> Sorts => ["", "{ saidOn: DESC }", "{ saidOn: ASC }, { confidence: DESC }", "{ importedAt: DESC }", "{ code: DESC }, { saidOn: ASC }", "{ id: DESC }", "{ evidenceCount: DESC }, { act: ASC }"];

    [Theory]
    [MemberData(nameof(Sorts))]
    public void ForwardsMeetEveryEdgeOnce(string sort) => Assert.Equal(Whole(sort), Walk(sort, "first", "after", "endCursor", "hasNextPage"));

    [Theory]
    [MemberData(nameof(Sorts))]
    public void BackwardsMeetEveryEdgeOnce(string sort)
    {
        var pages = Walk(sort, "last", "before", "startCursor", "hasPreviousPage", fromEnd: true);

        Assert.Equal(Whole(sort), pages);
    }

    [Fact]
    public void OfRelationshipsMeetParallelOnesToo()
    {
        const string Query = """
            query ($after: String) { people(where: { id: { eq: "person-0" } }) {
              madeConnection(first: 7, after: $after, sort: [{ edge: { Naming: { surface: DESC } } }, { node: { act: ASC } }]) {
                totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor properties { ... on Naming { surface } } node { id } } } } }
            """;
        var met = new List<string>();
        string? after = null;
        JsonElement connection;
        do
        {
            connection = graph.Data(Query, JsonSerializer.Serialize(new { after })).GetProperty("people")[0].GetProperty("madeConnection");
            Assert.Equal(after is not null, connection.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            met.AddRange(connection.GetProperty("edges").EnumerateArray()
                .Select(edge => $"{edge.GetProperty("node").GetProperty("id")} {edge.GetProperty("properties").GetProperty("surface")}"));
            after = connection.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            Assert.Equal(connection.GetProperty("edges").EnumerateArray().Last().GetProperty("cursor").GetString(), after);
        }
        while (connection.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());

        Assert.Equal(connection.GetProperty("totalCount").GetInt32(), met.Count);
        Assert.Equal(met.Count, met.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void LieBetweenTwoCursors()
    {
        var whole = Whole("{ saidOn: DESC }");
        var cursors = graph.Data("{ accusationsConnection(sort: [{ saidOn: DESC }]) { edges { cursor } } }").GetProperty("accusationsConnection")
            .GetProperty("edges")
            .EnumerateArray()
            .Select(edge => edge.GetProperty("cursor").GetString()!)
            .ToList();

        var between = graph.Data(
            "query ($after: String, $before: String) { accusationsConnection(after: $after, before: $before, sort: [{ saidOn: DESC }]) { edges { node { id } } pageInfo { hasNextPage hasPreviousPage } } }",
            JsonSerializer.Serialize(new { after = cursors[40], before = cursors[60] })).GetProperty("accusationsConnection");

        Assert.Equal(
            whole[41..60],
            between.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()!));
        Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":true}""", between.GetProperty("pageInfo").ToString());
    }

    private string[] Whole(string sort) => graph.Ids($$"""{ accusations(sort: [{{sort}}]) { id } }""");

    private List<string> Walk(string sort, string count, string cursor, string edge, string more, bool fromEnd = false)
    {
        var query = $$"""query ($cursor: String) { accusationsConnection({{count}}: 37, {{cursor}}: $cursor, sort: [{{sort}}]) { pageInfo { {{more}} {{edge}} } edges { node { id } } } }""";
        var met = new List<string>();
        string? at = null;
        JsonElement connection;
        do
        {
            connection = graph.Data(query, JsonSerializer.Serialize(new { cursor = at })).GetProperty("accusationsConnection");
            var page = connection.GetProperty("edges").EnumerateArray().Select(one => one.GetProperty("node").GetProperty("id").GetString()!);
            if (fromEnd) met.InsertRange(0, page);
            else met.AddRange(page);
            at = connection.GetProperty("pageInfo").GetProperty(edge).GetString();
        }
        while (connection.GetProperty("pageInfo").GetProperty(more).GetBoolean());
        return met;
    }
}
