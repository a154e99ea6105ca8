namespace Graph.Api.Tests.Plans;

/// <summary>A cursor holds the row's sort values; given back it becomes a position in the order.</summary>
public sealed class CursorOfARow
{
    private const string Page = "{ accusationsConnection(first: 1, sort: [{ saidOn: DESC }, { confidence: ASC }]) { pageInfo { endCursor } } }";
    private const string Next = "query ($after: String) { accusationsConnection(first: 1, after: $after, sort: [{ saidOn: DESC }, { confidence: ASC }]) { edges { node { id } } } }";

    private readonly TestApi api = new();

    [Fact]
    public void GivesTheValuesOfTheRow()
    {
        var cursor = EndCursor(api.Answer(Page, """[[["2025-06-02",0.75,"a-1"]],null,null]"""));
        api.Store.Rows = [];

        Assert.Contains("after ($1, $2, $3)", api.Put(Next, Variables(cursor)), StringComparison.Ordinal);
        Assert.Equal([1, new DateOnly(2025, 6, 2), 0.75, "a-1"], api.Values);
    }

    [Fact]
    public void OfARowWithoutAValueIsAnotherStatement()
    {
        var cursor = EndCursor(api.Answer(Page, """[[[null,0.75,"a-1"]],null,null]"""));
        api.Store.Rows = [];

        Assert.Contains("after (nothing, $2, $3)", api.Put(Next, Variables(cursor)), StringComparison.Ordinal);
        var compiled = api.Store.Compiled.Count;
        api.Put(Next, Variables(cursor));
        Assert.Equal(compiled, api.Store.Compiled.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("no cursor")]
    [InlineData("e30")]
    [InlineData("W10")]
    [InlineData("WyJhIl0A")]
    public void ThatThisServerDidNotGiveIsRefused(string cursor) => Assert.Contains(
        "`after` of `accusationsConnection` is not a cursor that this server gave: take an edge's `cursor`, or `startCursor` or `endCursor` of `pageInfo`, as it is.",
        api.Ask(Next, Variables(cursor)),
        StringComparison.Ordinal);

    [Fact]
    public void OfAnotherOrderIsRefused()
    {
        var cursor = EndCursor(api.Answer(
            "{ accusationsConnection(first: 1, sort: [{ saidOn: ASC }]) { pageInfo { endCursor } } }",
            """[[["2025-06-02","a-1"]],null,null]"""));

        Assert.Contains(
            "`after` of `accusationsConnection` is a cursor of another list or another `sort`: ask for the first page with this `sort`, and go on with the cursors it gives.",
            api.Ask(Next, Variables(cursor)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["2025-06-02","0.75","a"]""")]
    [InlineData("""["2025-06-32",0.75,"a"]""")]
    [InlineData("""["2025-06-02",null,"a"]""")]
    [InlineData("""["2025-06-02",0.75]""")]
    [InlineData("""["2025-06-02",0.75,["a"]]""")]
    public void WithValuesThatCannotBeIsRefused(string values)
    {
        var cursor = EndCursor(api.Answer(Page, """[[["2025-06-02",0.75,"a-1"]],null,null]"""));
        var mark = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)).Split(',')[0];
        var forged = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes($"{mark},{values[1..]}"));

        Assert.Contains("is not a cursor that this server gave", api.Ask(Next, Variables(forged)), StringComparison.Ordinal);
    }

    private static string Variables(string cursor) => $$"""{ "after": "{{cursor}}" }""";

    private static string EndCursor(string response) => response.Split("\"endCursor\":\"")[1].Split('"')[0];
}
