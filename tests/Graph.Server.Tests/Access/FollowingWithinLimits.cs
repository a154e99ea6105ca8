using System.Net;
using System.Text.Json;
using Graph.GraphQL.Documents;

namespace Graph.Server.Tests.Access;

/// <summary>What is asked as a subscription is bounded as all else is.</summary>
public sealed class FollowingWithinLimits : FollowingTest
{
    private const string Watch = "subscription Watch { accusationsChanged { id } }";

    private const string Dear
        = "subscription { accusationsChanged(where: { accusers: { some: { made: { some: { matter: { contains: \\\"x\\\" } } } } } }) { id } }";

    [Fact]
    public async Task IsRefusedBeforeItBeginsWhereItsConditionCostsTooMuch()
    {
        await using var server = await ServeAsync(new() { MaxCost = 50 });
        using var refused = await TestEvents.OpenAsync(Client, Api(server), Follow(Dear.Replace("\\\"", "\"", StringComparison.Ordinal)));
        var (message, _) = await refused.RefusalAsync();
        Assert.Matches("operation may cost [0-9,.]+.* 50", message);
        using var socket = await TestSocket.BeginAsync(Api(server));
        await socket.SubscribeAsync("1", Dear);
        // How many it says depends on whether the graph is counted by now.
        Assert.Matches("""^\{"id":"1","type":"error","payload":\[\{"message":".*operation may cost""", await socket.NextAsync());
        Assert.Equal(0, Listeners(server));

        using var cheap = await TestEvents.OpenAsync(Client, Api(server), Follow());
        Assert.StartsWith("id: ", await cheap.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Listeners(server));
    }

    [Fact]
    public async Task CountsInWhatTheStatementsOfAClientMayCost()
    {
        var (first, second) = (Folder.Add("first"), Folder.Add("second"));
        await using var server = await ServeAsync(new() { Access = new() { KeyFile = Folder.File }, Clients = new() { CostPerMinute = 1 } });
        using var events = await TestEvents.OpenAsync(Client, Api(server), Follow("subscription { accusationsChanged { node { matter } } }"), first);
        Assert.StartsWith("id: ", await events.NextAsync(), StringComparison.Ordinal);
        await AccuseAsync("a1");
        Assert.Contains("of everything", await events.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));

        async Task<HttpStatusCode> StatusAsync(string key)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, Api(server) + "?query={people{name}}");
            asked.Headers.Authorization = new("Bearer", key);
            using var answer = await Client.SendAsync(asked);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task CountsAsARequestForEachOperationOfAWebSocket()
    {
        var key = Folder.Add("a");
        await using var server = await ServeAsync(new() { Access = new() { KeyFile = Folder.File }, Clients = new() { RequestsPerMinute = 3 } });
        using var socket = await TestSocket.BeginAsync(Api(server), key); // The connection is the first.
        foreach (var id in (string[])["q", "r"])
        {
            await socket.SubscribeAsync(id, "{ __typename }");
            Assert.Contains("\"__typename\":\"Query\"", await socket.NextAsync(), StringComparison.Ordinal);
            Assert.Equal($$"""{"id":"{{id}}","type":"complete"}""", await socket.NextAsync());
        }

        await socket.SubscribeAsync("s", Watch);
        Assert.Equal(
            """{"id":"s","type":"error","payload":[{"message":"This client has sent more than 3 requests within a minute, """
            + "which is as many as it may. "
            + """Ask again after the time that Retry-After tells.","extensions":{"code":"TOO_MANY_REQUESTS","retryAfter":20}}]}""",
            await socket.NextAsync());
        Assert.Equal(0, Listeners(server));
    }

    [Fact]
    public async Task IsOneOfTheTrustedDocumentsWhereOnlyTheseAreAnswered()
    {
        var documents = new TrustedDocuments(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["watch"] = Watch, ["people"] = "{ people { name } }" });
        await using var server = await ServeAsync(new() { TrustedDocuments = documents });
        foreach (var trusted in (object[])[new { documentId = "watch" }, Follow(Watch)])
        {
            using var events = await TestEvents.OpenAsync(Client, Api(server), trusted);
            Assert.StartsWith("id: ", await events.NextAsync(), StringComparison.Ordinal);
        }

        var refusals = new List<(string?, string?)>();
        foreach (var other in (object[])[Follow(), Follow("{ people { id } }"), Follow(Watch + " ")])
        {
            using var events = await TestEvents.OpenAsync(Client, Api(server), other);
            refusals.Add(await events.RefusalAsync());
        }

        Assert.Equal("DOCUMENT_NOT_TRUSTED", Assert.Single(refusals.Distinct()).Item2);
        using var socket = await TestSocket.BeginAsync(Api(server));
        await socket.SubscribeAsync("1", "subscription { changed { id } }");
        Assert.Equal(
            $$"""{"id":"1","type":"error","payload":[{"message":{{JsonSerializer.Serialize(refusals[0].Item1)}},"""
            + "\"extensions\":{\"code\":\"DOCUMENT_NOT_TRUSTED\"}}]}",
            await socket.NextAsync());
        await socket.SendAsync("""{"id":"2","type":"subscribe","payload":{"documentId":"watch"}}""");
        await AccuseAsync("a1");
        Assert.Equal("""{"id":"2","type":"next","payload":{"data":{"accusationsChanged":{"id":"a1"}}}}""", await socket.NextAsync());
    }
}
