using System.Net;
using System.Net.Http.Headers;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Access;
using Graph.Server.Stores;

namespace Graph.Server.Tests.Access;

public sealed class ClientLimitsTests : IAsyncLifetime, IDisposable
{
    private readonly KeyFolder folder = new();
    private readonly HttpClient client = new();
    private IGraphStore store = null!;

    public async Task InitializeAsync() =>
        store = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.ChangeExtension(folder.File, "db")), Ontology.Shipped, CancellationToken.None);

    public async Task DisposeAsync() => await store.DisposeAsync();

    public void Dispose()
    {
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task WhoAsksTooOftenIsToldWhenToComeBackAndOthersAreAnswered()
    {
        var (first, second) = (folder.Add("first"), folder.Add("second"));
        await using var server = await StartAsync(new() { RequestsPerMinute = 3 });
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
        var key = folder.Add("a");
        await using var server = await StartAsync(new() { CostPerMinute = 1 });
        Assert.Equal((HttpStatusCode.OK, null, ""), await AskAsync(server, "/graphql?query={people{name}}", key));
        var (status, wait, told) = await AskAsync(server, "/graphql?query={people{name}}", key);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange(wait!.Value.TotalSeconds, 1, 100_000);
        Assert.StartsWith("The statements of this client have cost more than 1 objects within a minute", told, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.TooManyRequests, wait, told), await AskAsync(server, "/export", key));
    }

    [Fact]
    public async Task AnExportIsNotBrokenOffButTheNextHasToWait()
    {
        var key = folder.Add("a");
        await using var server = await StartAsync(new() { ExportBytesPerMinute = 100 });
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
        Assert.Equal((5, double.PositiveInfinity, double.PositiveInfinity), (alone.RequestsPerMinute, alone.CostPerMinute, alone.ExportBytesPerMinute));
    }

    private Task<GraphServer> StartAsync(ClientLimits clients) => GraphServer.StartAsync(
        store, new() { Urls = "http://127.0.0.1:0", Access = new() { KeyFile = folder.File }, Clients = clients }, CancellationToken.None);

    private async Task<(HttpStatusCode Status, TimeSpan? RetryAfter, string? Message)> AskAsync(GraphServer server, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return (
            answer.StatusCode,
            answer.Headers.RetryAfter?.Delta,
            answer.IsSuccessStatusCode ? "" : System.Text.Json.JsonElement.Parse(body).GetProperty("errors")[0].GetProperty("message").GetString());
    }
}
