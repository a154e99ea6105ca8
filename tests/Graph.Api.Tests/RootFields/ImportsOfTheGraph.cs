using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Api.Tests.RootFields;

public sealed class ImportsOfTheGraph
{
    private readonly TestApi api = new();

    public ImportsOfTheGraph() => api.Store.Runs =
    [
        new() { Id = 2, Command = "remove", StartedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)) },
        new()
        {
            Id = 1, Command = "import", StartedAt = DateTimeOffset.UnixEpoch, EndedAt = DateTimeOffset.UnixEpoch.AddSeconds(1.5), Outcome = RunOutcome.SomeRejected,
            Sources = ["a \"b\"", "ж"], Read = 7_000_000_000, Added = 1, Changed = 2, Removed = 3, Unchanged = 4, Rejected = 5,
        },
    ];

    [Fact]
    public void AreToldLatestFirst() => Assert.Equal(
        """{"data":{"imports":[{"id":"2","command":"remove","startedAt":"2026-01-02T02:04:05.000Z","endedAt":null,"outcome":null,"sources":[]},{"id":"1","command":"import","startedAt":"1970-01-01T00:00:00.000Z","endedAt":"1970-01-01T00:00:01.500Z","outcome":"SOME_REJECTED","sources":["a \"b\"","ж"]}]}}""",
        api.Ask("{ imports { id command startedAt endedAt outcome sources } }"));

    [Fact]
    public void AreToldWithWhatTheyDidAPageAtATime() => Assert.Equal(
        """{"data":{"one":[{"__typename":"ImportRun","read":7000000000,"added":1,"changed":2,"removed":3,"unchanged":4,"rejected":5}],"none":[]}}""",
        api.Ask("query ($n: Int) { one: imports(limit: $n, offset: 1) { __typename read added changed removed unchanged rejected } none: imports(offset: 2) { id } }", """{"n":1}"""));

    [Theory]
    [InlineData("limit: 1001", "`limit`")]
    [InlineData("offset: -1", "`offset`")]
    public void AreRefusedOutOfBounds(string arguments, string named) =>
        Assert.Contains(named, api.Ask($"{{ imports({arguments}) {{ id }} }}"), StringComparison.Ordinal);

    [Fact]
    public void AFailingStoreIsToldWithoutItsAddress()
    {
        api.Store.Fault = new(StoreFault.Unavailable, "The server at secret is away.");
        var answer = api.Ask("{ imports { id } }");
        Assert.Contains("STORE_UNAVAILABLE", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }
}
