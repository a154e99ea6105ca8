using System.Net;
using System.Net.Sockets;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>
/// A server on the loopback address that does what a script says: the first connection runs the first script, and so on; the last script serves
/// all further ones. What a script's assertion finds wrong fails the test when the server is disposed.
/// </summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopped = new();
    private readonly List<Task> peers = [];
    private readonly Func<FakePeer, Task>[] scripts;
    private readonly Task accepting;

    public FakeServer(params Func<FakePeer, Task>[] scripts)
        : this(new IPEndPoint(IPAddress.Loopback, 0), scripts)
    {
    }

    public FakeServer(IPEndPoint at, params Func<FakePeer, Task>[] scripts)
    {
        this.scripts = scripts;
        listener = new TcpListener(at);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Accepted { get; private set; }

    public IPEndPoint Endpoint => (IPEndPoint)listener.LocalEndpoint;

    public BoltSettings Settings => new()
    {
        Address = new BoltAddress(Endpoint.Address.ToString(), Endpoint.Port),
        Credentials = BoltCredentials.Of(BoltAuthentication.Basic("neo4j", "secret-of-the-test")),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        ReadRetryTime = TimeSpan.Zero,
        WriteRetryTime = TimeSpan.Zero,
    };

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(peers);
        stopped.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopped.Token);
                var script = scripts[Math.Min(Accepted++, scripts.Length - 1)];
                peers.Add(ServeAsync(client, script));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, Func<FakePeer, Task> script)
    {
        using (client)
        {
            using var peer = new FakePeer(client.GetStream(), stopped.Token);
            try
            {
                await script(peer);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
