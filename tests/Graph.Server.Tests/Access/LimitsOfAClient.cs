using System.Net;
using Graph.Server.Access;

namespace Graph.Server.Tests.Access;

public sealed class LimitsOfAClient : AccessTest
{
    [Fact]
    public async Task WhoAsksTooOftenIsToldWhenToComeBackAndOthersAreAnswered()
    {
        var (first, second) = (Folder.Add("first"), Folder.Add("second"));
        await using var server = await StartAsync(new ClientLimits { RequestsPerMinute = 3 });
        for (var i = 0; i < 3; i++) Assert.Equal((HttpStatusCode.OK, null, ""), await AskAsync(server, "/graphql?query={__typename}", first));
        const string Told = "This client has sent more than 3 requests within a minute, which is as many as it may. Ask again after the time that Retry-After tells.";
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(20), Told), await AskAsync(server, "/export", first));
        Assert.Equal((HttpStatusCode.OK, null, ""), await AskAsync(server, "/graphql?query={__typename}", second));
        Assert.Equal((HttpStatusCode.OK, null, ""), await AskAsync(server, "/health", first));

        // Keys are guessed under the address that the guesses come from.
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(server, "/graphql", $"graph_{i}")).Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(20), Told), await AskAsync(server, "/graphql", "graph_3"));
    }

    [Fact]
    public async Task StatementsThatHaveCostTooMuchAreRefusedAs429()
    {
        var key = Folder.Add("a");
        await using var server = await StartAsync(new ClientLimits { CostPerMinute = 1 });
        Assert.Equal((HttpStatusCode.OK, null, ""), await AskAsync(server, "/graphql?query={people{name}}", key));
        var (status, wait, told) = await AskAsync(server, "/graphql?query={people{name}}", key);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange(wait!.Value.TotalSeconds, 1, 10_000_000); // A graph that is not counted yet is taken for a large one.
        Assert.StartsWith("The statements of this client have cost more than 1 objects within a minute", told, StringComparison.Ordinal);
        var export = await AskAsync(server, "/export", key);
        Assert.Equal((HttpStatusCode.TooManyRequests, told), (export.Status, export.Message));
        Assert.InRange(export.RetryAfter!.Value.TotalSeconds, 1, wait.Value.TotalSeconds); // What is used comes back meanwhile.
    }

    [Fact]
    public async Task AnExportIsNotBrokenOffButTheNextHasToWait()
    {
        var key = Folder.Add("a");
        await using var server = await StartAsync(new ClientLimits { ExportBytesPerMinute = 100 });
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "/export?format=graphml", key)).Status);
        var (status, wait, told) = await AskAsync(server, "/export?format=graphml", key);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.NotNull(wait);
        Assert.StartsWith("This client has exported more than 0 MB within a minute", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "/graphql?query={people{name}}", key)).Status);
    }

    [Fact]
    public void SomebodyAtTheMachineHasNoneThatIsNotAskedFor()
    {
        Assert.Equal(ClientLimits.ForOthers, new ClientLimits().Resolved(others: true));
        var alone = new ClientLimits { RequestsPerMinute = 5 }.Resolved(others: false);
        Assert.Equal(
            (5, double.PositiveInfinity, double.PositiveInfinity), (alone.RequestsPerMinute, alone.CostPerMinute, alone.ExportBytesPerMinute));
    }

    private Task<GraphServer> StartAsync(ClientLimits clients) =>
        StartAsync(new GraphServerOptions { Access = new() { KeyFile = Folder.File }, Clients = clients });

    private async Task<(HttpStatusCode Status, TimeSpan? RetryAfter, string? Message)> AskAsync(GraphServer server, string path, string key)
    {
        using var answer = await SendAsync(server, path, key);
        var message = answer.IsSuccessStatusCode ? "" : (await ErrorAsync(answer)).GetProperty("message").GetString();
        return (answer.StatusCode, answer.Headers.RetryAfter?.Delta, message);
    }
}
