using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Graph.Api.Serving;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Server.Tests;

/// <summary>A server on whose store dear statements hold their threads as long as the test says.</summary>
public sealed class BusyServer
{
    // Light requests take a millisecond; the ceiling is generous, for machines that build beside the test.
    private static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(2);

    private const string Dear
        = "{ accusations(limit: 5, where: { accused: { some: { accusedBy: { some: { name: { contains: \"a\" } } } } } }) { id } }";

    [Fact]
    public async Task AnswersLightRequestsWhileDearOnesHoldAllTheirPlaces()
    {
        using var end = new ManualResetEventSlim();
        await using var server = await StartAsync(end, new());
        var dear = await OccupyAsync(server, 4);
        using var other = ClientAt(server, "127.0.0.3");
        foreach (var light in (string[])["{ __typename }", "{ accusations(where: { id: { eq: \"a\" } }) { id } }"])
        {
            using var answer = await other.PostAsJsonAsync("/graphql", new { query = light }).WaitAsync(Ceiling);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.All(dear, task => Assert.False(task.IsCompleted));
        end.Set();
        foreach (var task in dear) (await task).Dispose();
    }

    [Fact]
    public async Task RefusesWhatTheQueueCannotKeepAndSaysWhenToComeBack()
    {
        using var end = new ManualResetEventSlim();
        await using var server = await StartAsync(end, new() { MediumCost = 3_000, Heavy = new(1, 1, 1, 1) });
        using var first = ClientAt(server, "127.0.0.2");
        using var second = ClientAt(server, "127.0.0.3");
        var (one, two) = (Ask(first), Ask(first));
        using var third = await await Task.WhenAny(one, two, Ask(first));
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("2", third.Headers.GetValues("Retry-After").Single());
        using var elsewhere = await Ask(second);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, elsewhere.StatusCode);
        var error = (await elsewhere.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal("SERVER_BUSY", error.GetProperty("extensions").GetProperty("code").GetString());
        end.Set();

        static Task<HttpResponseMessage> Ask(HttpClient client) => client.PostAsJsonAsync("/graphql", new { query = Dear });
    }

    private static async Task<List<Task<HttpResponseMessage>>> OccupyAsync(GraphServer server, int requests)
    {
        var client = ClientAt(server, "127.0.0.2");
        List<Task<HttpResponseMessage>> tasks = [.. Enumerable.Range(0, requests)
            .Select(_ => client.PostAsJsonAsync("/graphql", new { query = Dear }))];
        await Task.Delay(300);
        return tasks;
    }

    private static Task<GraphServer> StartAsync(ManualResetEventSlim end, StatementGateOptions statements) => GraphServer.StartAsync(
        new HeldStore(end), new()
        {
            Urls = "http://127.0.0.1:0",
            Statements = statements,
            MaxCost = double.PositiveInfinity
        }, CancellationToken.None);

    /// <summary>A client that comes from an address of its own: each address of 127.0.0.0/8 is this machine.</summary>
    private static HttpClient ClientAt(GraphServer server, string address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri(server.Url),
    };

    /// <summary>Holds the thread of every statement with a condition that follows relationships.</summary>
    private sealed class HeldStore(ManualResetEventSlim end) : IGraphStore
    {
        public Ontology Ontology => Model.Ontologies.Ontology.Shipped;

        public string Location => "held";

        public bool IsEmbedded => true;

        public int RecordsPerBatch => 1;

        public ICompiledQuery Compile(PreparedQuery query) => new Kept(query.Asked);

        public ValueTask ReadAsync<TConsumer>(
            ICompiledQuery query,
            IReadOnlyList<object?> parameters,
            TConsumer consumer,
            CancellationToken cancellationToken)
            where TConsumer : IRowConsumer
        {
            // A count has one row; how large this graph is stays unknown.
            if (((Kept)query).Query is ConnectionQuery) throw new StoreException(StoreFault.Unavailable, "Not counted.");
            if (((Kept)query).Query is ListQuery { Where: Exists }) end.Wait(cancellationToken);
            return ValueTask.CompletedTask;
        }

        public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
            EntityType type,
            IReadOnlyCollection<string> ids,
            CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IGraphWriter> OpenWriterAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask PingAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private sealed record Kept(LogicalQuery Query) : ICompiledQuery
        {
            public string Statement => Query.ToString();
        }
    }
}
