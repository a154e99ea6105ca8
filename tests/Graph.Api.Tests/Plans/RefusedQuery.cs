using Graph.Model.Stores;

namespace Graph.Api.Tests.Plans;

/// <summary>What cannot be answered is refused with a sentence.</summary>
public sealed class RefusedQuery
{
    [Theory]
    [InlineData("{ claims(limit: -1) { id } }", "`limit` of `claims` is -1: it must be 0 or more.")]
    [InlineData("{ claims(offset: -3) { id } }", "`offset` of `claims` is -3: it must be 0 or more.")]
    [InlineData("{ claimsConnection(first: -1) { totalCount } }", "`first` of `claimsConnection` is -1: it must be 0 or more.")]
    [InlineData("{ claims { accusationsConnection(last: -1) { totalCount } } }", "`last` of `accusationsConnection` is -1: it must be 0 or more.")]
    [InlineData("{ claimsConnection(first: 1, last: 1) { totalCount } }", "`claimsConnection` is given both `first` and `last`: give one of them, to page forwards or backwards.")]
    public void SaysWhatIsWrongWithItsPage(string query, string sentence) => Assert.Contains($"\"message\":\"{sentence}\"", new TestApi().Ask(query), StringComparison.Ordinal);

    [Fact]
    public void TakesTheServersPageWhereItSaysNone()
    {
        var api = new TestApi(options: new() { DefaultPageSize = 10 });

        api.Ask("{ claims { id accusations { id } } }");
        Assert.Equal([10], api.Values);
    }

    [Fact]
    public void SaysHowManyRelationshipsItFollows()
    {
        const string refusal = "With `claim` the request follows more relationships than this server answers at once: 4, "
            + "where those more than 7 levels deep count double with every level. Ask for some of them in another request.";
        var api = new TestApi(options: new() { MaximumRelationships = 4 });

        Assert.Contains("\"data\"", api.Ask("{ accusations { a: claim { id } b: claim { id } } other: accusations { a: claim { id } b: claim { id } } }"), StringComparison.Ordinal);
        Assert.Contains(refusal, api.Ask("{ accusations { a: claim { id } b: claim { id } } other: accusations { a: claim { id } b: claim { id } c: claim { id } } }"), StringComparison.Ordinal);
        Assert.Contains("\"data\"", api.Ask("{ accusations { a: claim { id } b: claim { id } c: claim { id } d: claim { id } } }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, "\"data\"")]
    [InlineData(13, "follows more relationships than this server answers at once: 100")]
    public void CountsDeepRelationshipsForMore(int depth, string answer) => Assert.Contains(
        answer,
        new TestApi().Ask($"{{ accusations {string.Concat(Enumerable.Repeat("{ answers ", depth))} {{ id }} {new string('}', depth)} }}".Replace("answers", "answers(limit: 1)", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Fact]
    public void SaysHowDeepItMayGo()
    {
        var api = new TestApi(options: new() { MaximumDepth = 2 });

        Assert.Contains("\"data\"", api.Ask("{ claims { accusations { about { id } } } }"), StringComparison.Ordinal);
        Assert.Contains(
            "`places` lies 3 relationships deep: this server follows at most 2 from the root; start a second query from the nodes found.",
            api.Ask("{ claims { accusations { about { places { id } } } } }"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SaysWhatTheStoreDoesNotTakeOn()
    {
        var api = new TestApi();
        api.Store.Refusal = new("This asks for too much: ask for less.");

        Assert.Equal("""{"errors":[{"message":"This asks for too much: ask for less.","locations":[{"line":1,"column":3}],"path":["claims"]}]}""", api.Ask("{ claims { id } }"));
    }

    [Theory]
    [InlineData(StoreFault.Unavailable, "STORE_UNAVAILABLE", "The database cannot be reached; try again later.")]
    [InlineData(StoreFault.ReadOnly, "STORE_READ_ONLY", "The database takes no writes; tell whoever runs this server.")]
    [InlineData(StoreFault.Timeout, "STORE_TIMEOUT", "The database took longer than it may; ask for less at once.")]
    [InlineData(StoreFault.Other, "STORE_OTHER", "The database could not answer; tell whoever runs this server.")]
    public void SaysWhatKindOfFaultTheStoreHasAndNotWhere(StoreFault fault, string code, string sentence)
    {
        var api = new TestApi();
        api.Store.Fault = new(fault, "The store '/home/ann/graph.db' failed at bolt://db.internal:7687: SELECT secret.");

        Assert.Equal(
            $$$"""{"errors":[{"message":"{{{sentence}}}","locations":[{"line":1,"column":3}],"path":["claims"],"extensions":{"code":"{{{code}}}"}}],"data":null}""",
            api.Ask("{ claims { id } }"));
    }

    [Fact]
    public void SaysEveryKindOfFaultInASentenceOfItsOwn()
    {
        var sentences = Enum.GetValues<StoreFault>().Select(Graph.Api.Planning.StoreErrors.Sentence).ToList();
        Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }
}
