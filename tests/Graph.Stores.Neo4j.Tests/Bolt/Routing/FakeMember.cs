using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt.Routing;

/// <summary>A server of a cluster that is played: it answers every statement with its name, and ROUTE with the table that it is given.</summary>
internal sealed class FakeMember : IAsyncDisposable
{
    private readonly (byte Major, byte Minor) version;
    private FakeServer? server;
    private int greeted;
    private int routed;
    private int open;

    public FakeMember(byte major = 5, byte minor = 4, IPEndPoint? at = null)
    {
        version = (major, minor);
        server = new FakeServer(at ?? new IPEndPoint(IPAddress.Loopback, 0), ServeAsync);
        Endpoint = server.Endpoint;
        Address = server.Settings.Address.ToString();
        Settings = server.Settings with { Routing = true, FollowBookmarks = true };
    }

    public string Address { get; }

    public IPEndPoint Endpoint { get; }

    /// <summary>Those of a client that enters the cluster here.</summary>
    public BoltSettings Settings { get; }

    /// <summary>What it answers to ROUTE: a table, or the code of a failure.</summary>
    public object? Table { get; set; }

    /// <summary>The code with which it refuses statements.</summary>
    public string? Refusal { get; set; }

    /// <summary>The code with which it refuses those that come with bookmarks.</summary>
    public string? RefusalOfBookmarks { get; set; }

    /// <summary>A statement that it refuses, and the code with which it does.</summary>
    public (string Text, string Code)? RefusalOfText { get; set; }

    /// <summary>Closes the connection instead of answering a statement.</summary>
    public bool Hangs { get; set; }

    /// <summary>Answers a statement with what is not Bolt.</summary>
    public bool Babbles { get; set; }

    /// <summary>With it the server speaks TLS alone.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Statements are answered when this is.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>ROUTE is answered when this is.</summary>
    public Task RouteGate { get; set; } = Task.CompletedTask;

    /// <summary>The bookmark that a transaction here ends with.</summary>
    public string? Bookmark { get; set; }

    /// <summary>What HELLO said of the routing, and what ROUTE asked.</summary>
    public ConcurrentQueue<object?> Routing { get; } = [];

    /// <summary>The transactions that were begun here: what RUN or BEGIN said of each.</summary>
    public ConcurrentQueue<Dictionary<string, object?>> Begun { get; } = [];

    /// <summary>The statements that came, in order.</summary>
    public ConcurrentQueue<string> Statements { get; } = [];

    public int Greeted => greeted;

    public int Routed => routed;

    public int Open => open;

    public static Dictionary<string, object?> TableOf(
        IEnumerable<string> routers,
        IEnumerable<string> readers,
        IEnumerable<string> writers,
        object? seconds = null,
        string? database = "neo4j")
    {
        var servers = new List<object?> { Role("ROUTE", routers), Role("READ", readers), Role("WRITE", writers) };
        return new() { ["ttl"] = seconds ?? 300L, ["db"] = database, ["servers"] = servers };
    }

    public static Dictionary<string, object?> Role(string role, IEnumerable<string> addresses) => new()
    {
        ["role"] = role,
        ["addresses"] = addresses.Cast<object?>().ToList(),
    };

    /// <summary>The process is gone: nothing listens any more.</summary>
    public async ValueTask StopAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        server = null;
    }

    public void StartAgain() => server = new FakeServer(Endpoint, ServeAsync);

    public ValueTask DisposeAsync() => StopAsync();

    private async Task ServeAsync(FakePeer peer)
    {
        if (Certificate is null)
        {
            await SpeakAsync(peer);
            return;
        }

        await using var encrypted = new SslStream(peer.Stream);
        try
        {
            await encrypted.AuthenticateAsServerAsync(Certificate);
        }
        catch (AuthenticationException)
        {
            return; // The client does not trust the certificate.
        }

        using var secret = new FakePeer(encrypted, peer.Stopped);
        await SpeakAsync(secret);
    }

    private async Task SpeakAsync(FakePeer peer)
    {
        Interlocked.Increment(ref open);
        try
        {
            var hello = await peer.GreetAsync(version.Major, version.Minor);
            Routing.Enqueue(hello.GetValueOrDefault("routing"));
            Interlocked.Increment(ref greeted);
            var (failed, inTransaction) = (false, false);
            while (true)
            {
                var (signature, fields) = await peer.ReadAsync();
                if (signature == 0x02)
                    return;
                if (failed && signature != 0x0F)
                {
                    await peer.IgnoreAsync();
                    continue;
                }

                failed = false;
                switch (signature)
                {
                    case 0x66:
                        Interlocked.Increment(ref routed);
                        Routing.Enqueue(fields);
                        await RouteGate.WaitAsync(peer.Stopped);
                        failed = Table is string;
                        await (Table is string fault ? peer.FailAsync(fault, "words of the server") : peer.SucceedAsync(("rt", Table)));
                        break;
                    case 0x10 or 0x11:
                        if (signature == 0x11 || !inTransaction)
                            Begun.Enqueue((Dictionary<string, object?>)fields[^1]!);
                        inTransaction |= signature == 0x11;
                        if (signature == 0x10)
                            Statements.Enqueue((string)fields[0]!);
                        await Gate.WaitAsync(peer.Stopped);
                        if (Hangs)
                            return;
                        if (Babbles)
                            await peer.SendRawAsync([0, 2, 0xB0, 0x01, 0, 0]); // No answer has this signature.
                        var code = Refusal ?? (Begun.Last().ContainsKey("bookmarks") ? RefusalOfBookmarks : null)
                            ?? (RefusalOfText is { } one && one.Text == fields[0] as string ? one.Code : null);
                        failed = code is not null;
                        await (code is { } refusal ? peer.FailAsync(refusal, "words of the server") : peer.SucceedAsync(("fields", new[] { "value" })));
                        break;
                    case 0x3F:
                        await peer.SendRowAsync(Address);
                        await peer.SucceedAsync(inTransaction || Bookmark is null ? [] : [("bookmark", Bookmark)]);
                        break;
                    case 0x12:
                        inTransaction = false;
                        await peer.SucceedAsync(Bookmark is null ? [] : [("bookmark", Bookmark)]);
                        break;
                    default:
                        inTransaction = false;
                        await peer.SucceedAsync();
                        break;
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }
}
