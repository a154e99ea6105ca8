namespace Graph.Api.Tests.Responses;

/// <summary>A store answers one row more than a page holds where there is one.</summary>
public sealed class PageOfAConnection
{
    private readonly TestApi api = new();

    [Theory]
    [InlineData("first: 2", """[["a"],["b"],["c"]]""", """[{"node":{"id":"a"}},{"node":{"id":"b"}}]""", true, false)]
    [InlineData("first: 3", """[["a"],["b"],["c"]]""", """[{"node":{"id":"a"}},{"node":{"id":"b"}},{"node":{"id":"c"}}]""", false, false)]
    [InlineData("first: 0", """[["a"]]""", "[]", true, false)]
    [InlineData("first: 0", "[]", "[]", false, false)]
    [InlineData("last: 2", """[["a"],["b"],["c"]]""", """[{"node":{"id":"b"}},{"node":{"id":"c"}}]""", false, true)]
    [InlineData("last: 3", """[["a"],["b"],["c"]]""", """[{"node":{"id":"a"}},{"node":{"id":"b"}},{"node":{"id":"c"}}]""", false, false)]
    [InlineData("last: 1", """[["a"],["b"]]""", """[{"node":{"id":"b"}}]""", false, true)]
    [InlineData("last: 0", """[["a"]]""", "[]", false, true)]
    public void HoldsWhatWasAskedForAndTellsOfMore(string arguments, string rows, string edges, bool next, bool previous)
    {
        var page = $$"""{"hasNextPage":{{(next ? "true" : "false")}},"hasPreviousPage":{{(previous ? "true" : "false")}}}""";
        var list = $"claimsConnection({arguments})";
        var row = $"[{rows},null,null]";
        Assert.Equal(
            """{"data":{"claimsConnection":{"edges":""" + edges + ""","pageInfo":""" + page + "}}}",
            api.Answer("{ " + list + " { edges { node { id } } pageInfo { hasNextPage hasPreviousPage } } }", row));
        Assert.Equal(
            """{"data":{"claimsConnection":{"pageInfo":""" + page + ""","edges":""" + edges + "}}}",
            api.Answer("{ " + list + " { pageInfo { hasNextPage hasPreviousPage } edges { node { id } } } }", row));
    }

    [Theory]
    [InlineData("first: 2", """[["a"],["b"],["c"]]""", "a", "b")]
    [InlineData("first: 3", """[["a"],["b"],["c"]]""", "a", "c")]
    [InlineData("last: 2", """[["a"],["b"],["c"]]""", "b", "c")]
    [InlineData("last: 1", """[["a"],["b"]]""", "b", "b")]
    [InlineData("last: 1", """[["a"]]""", "a", "a")]
    [InlineData("last: 3", """[["a"],["b"],["c"],["d"]]""", "b", "d")]
    public void StartsAndEndsWhereItsCursorsSay(string arguments, string rows, string start, string end)
    {
        var cursors = api.Answer("{ claimsConnection { edges { cursor } } }", """[[["a"],["b"],["c"],["d"]],null,null]""")
            .Split("\"cursor\":\"").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).ToList();

        Assert.Equal(
            """{"data":{"claimsConnection":{"pageInfo":{"startCursor":""" + $"\"{cursors[start[0] - 'a']}\",\"hasPreviousPage\":{(Overflows(arguments, rows) ? "true" : "false")},\"endCursor\":\"{cursors[end[0] - 'a']}\"" + "}}}}",
            api.Answer("{ claimsConnection(" + arguments + ") { pageInfo { startCursor hasPreviousPage endCursor } } }", $"[{rows},null,null]"));
    }

    /// <summary>A row more than the last ones asked for.</summary>
    private static bool Overflows(string arguments, string rows) =>
        arguments.StartsWith("last", StringComparison.Ordinal) && rows.Split("],[").Length > arguments[^1] - '0';

    [Fact]
    public void HasNoCursorsWhenItIsEmpty() => Assert.Equal(
        """{"data":{"claimsConnection":{"pageInfo":{"startCursor":null,"endCursor":null}}}}""",
        api.Answer("{ claimsConnection(first: 2) { pageInfo { startCursor endCursor } } }", "[[],null,null]"));
}
