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
    [InlineData(
        "{ claimsConnection(first: 1, last: 1) { totalCount } }",
        "`claimsConnection` is given both `first` and `last`: give one of them, to page forwards or backwards.")]
    [InlineData("{ claims { accusations(offset: -1) { id } } }", "`offset` of `accusations` is -1: it must be 0 or more.")]
    public void SaysWhatIsWrongWithItsPage(string query, string sentence) =>
        Assert.Contains($"\"message\":\"{sentence}\"", new TestApi().Ask(query), StringComparison.Ordinal);

    [Theory]
    [InlineData("query ($n: Int) { claims(limit: $n) { id } }", "limit", "claims")]
    [InlineData("query ($n: Int) { claims(offset: $n) { id } }", "offset", "claims")]
    [InlineData("query ($n: Int) { claims { accusationsConnection(last: $n) { totalCount } } }", "last", "accusationsConnection")]
    public void SaysSoOfAVariableBeforeAnythingRuns(string query, string argument, string field)
    {
        var api = new TestApi();
        Assert.StartsWith(
            $$"""{"errors":[{"message":"`{{argument}}` of `{{field}}` is -1: it must be 0 or more.","locations":[""",
            api.Ask(query, """{ "n": -1 }"""),
            StringComparison.Ordinal);
        Assert.Empty(api.Store.Readings);
        Assert.DoesNotContain("\"data\"", api.Ask(query, """{ "n": -1 }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void SaysWhatItsRootFieldsWeighTogether()
    {
        static string Panels(
            int count,
            int each) => $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(i => $"p{i}: accusations {{ {string.Join(' ', Enumerable.Range(0, each).Select(j => $"c{j}: claim {{ id }}"))} }}"))} }}";
        var api = new TestApi(limits: new() { MaxAliases = 1000 });

        Assert.DoesNotContain("\"errors\"", api.Ask(Panels(20, 4)), StringComparison.Ordinal);
        Assert.DoesNotContain("\"errors\"", api.Ask(Panels(15, 10)), StringComparison.Ordinal);
        Assert.StartsWith(
            """{"errors":[{"message":"With this field the relationships that the operation follows weigh 320 (1 for each in a condition, 2 in an order or selection, 3 under an aggregate condition), """
                + """and at most 300 is allowed: ask for some of its fields in another request.","locations":[{"line":1,"column":2858}],"path":["p15"]}]""",
            api.Ask(Panels(16, 10)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SaysHowOftenItsRootFieldsCompareTogether()
    {
        static string Panels(int count) =>
            $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(i => $"p{i}: claims(where: {{ AND: [{string.Join(',', Enumerable.Repeat("{ text: { contains: \"x\" } }", 400))}] }}) {{ id }}"))} }}";
        var api = new TestApi(limits: new() { MaxCost = double.MaxValue });

        Assert.DoesNotContain("\"errors\"", api.Ask(Panels(3)), StringComparison.Ordinal);
        Assert.Contains(
            "With this field the conditions of the operation compare 1600 times, and at most 1500 are allowed: ask for some of its fields in another request.",
            api.Ask(Panels(4)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SaysHowDeepItMayGo()
    {
        static string Nested(int depth) =>
            $"{{ accusations {string.Concat(Enumerable.Repeat("{ answers(limit: 1) ", depth))} {{ id }} {new string('}', depth)} }}";

        Assert.Contains("\"data\"", new TestApi().Ask(Nested(10)), StringComparison.Ordinal);
        Assert.StartsWith(
            """{"errors":[{"message":"`answers` lies 11 relationships deep: this server follows at most 10 from the root; start a second query from the nodes found.","locations":[{"line":1,"column":217}]""",
            new TestApi().Ask(Nested(11)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SaysWhatTheStoreDoesNotTakeOn()
    {
        var api = new TestApi();
        api.Store.Refusal = new("This asks for too much: ask for less.");

        Assert.Equal(
            """{"errors":[{"message":"This asks for too much: ask for less.","locations":[{"line":1,"column":3}],"path":["claims"]}]}""",
            api.Ask("{ claims { id } }"));
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
