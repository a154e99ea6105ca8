using System.Net;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>How to reach a server and how to treat its connections. Every limit has a default that suits one server on a local network.</summary>
internal sealed record BoltSettings
{
    private const int MostConnections = 1000;

    public required BoltAddress Address { get; init; }

    public BoltEncryption Encryption { get; init; }

    /// <summary>Whether the servers of a cluster are asked as its routing tables say (<c>neo4j://</c>), or this one alone (<c>bolt://</c>).</summary>
    public bool Routing { get; init; }

    /// <summary>The address that a person gave: by it a cluster is entered, while <see cref="Address"/> is that of one of its servers.</summary>
    public BoltAddress EntryAddress { get => field ?? Address; init; }

    /// <summary>Which server policy of the cluster its tables follow (<c>?policy=</c>); null follows none.</summary>
    public string? Policy { get; init; }

    /// <summary>The one of the host's network addresses to connect to; null tries them all.</summary>
    public IPAddress? Endpoint { get; init; }

    /// <summary>The network addresses of a name.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>The database to use; null leaves it to the server (the user's home database).</summary>
    public string? Database { get; init; }

    public BoltCredentials Credentials { get; init; } = BoltCredentials.FromEnvironment();

    /// <summary>The most connections open at a time. More than the server has cores for brings little; 32 leaves room for slow queries.</summary>
    public int Connections { get; init; } = 32;

    /// <summary>How long to wait for a free connection of the pool.</summary>
    public TimeSpan AcquireTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the name of a server may take to be resolved and the network to reach it: systems do both however busy they are.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a server that was reached may take to agree on encryption and a version and to log on, and to answer when asked whether it does: one
    /// that is overloaded, or has just started, takes many seconds for what else takes milliseconds, and to give up would have it begin anew.
    /// </summary>
    public TimeSpan GreetingTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A connection that was idle for longer is asked for a sign of life before it is used; firewalls forget silent connections.</summary>
    public TimeSpan LivenessAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A connection older than this is not used again, so that load balancers and changed addresses take effect.</summary>
    public TimeSpan MaximumAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a server may take to acknowledge that it stopped a statement, before the connection is given up.</summary>
    public TimeSpan ResetTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long beyond a statement's own limit the server may stay silent before the connection is given up. Neo4j looks for overdue
    /// transactions every two seconds; a server that says nothing for longer has hung, or cannot be reached any more.
    /// </summary>
    public TimeSpan TimeoutGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long a reading statement is repeated after transient failures. Short, because somebody waits for the answer.</summary>
    public TimeSpan ReadRetryTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For how long a write transaction is repeated after transient failures. Long enough for a server to restart.</summary>
    public TimeSpan WriteRetryTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The wait before the first repetition; each further one is twice as long, up to two seconds, give or take a fifth.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Whether a statement waits until the server has caught up with what this client has seen. One server always has; only a cluster
    /// needs it.
    /// </summary>
    public bool FollowBookmarks { get; init; }

    /// <summary>
    /// Reads <c>scheme://host:port/database?connections=16</c>. The database may also be given as <c>?database=</c>, and for a cluster the
    /// policy of its tables as <c>?policy=</c>. Anything that does not belong there is a <see cref="FormatException"/> with a sentence; so is a user
    /// name or password.
    /// </summary>
    public static BoltSettings Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || BoltAddress.Of(uri) is not { } address)
            throw new FormatException(Sentences.NotAUri(WithoutUserInfo(text)));
        var (routing, encryption) = uri.Scheme switch
        {
            "bolt" => (false, BoltEncryption.None),
            "bolt+s" => (false, BoltEncryption.Trusted),
            "bolt+ssc" => (false, BoltEncryption.AnyCertificate),
            "neo4j" => (true, BoltEncryption.None),
            "neo4j+s" => (true, BoltEncryption.Trusted),
            "neo4j+ssc" => (true, BoltEncryption.AnyCertificate),
            _ => throw new FormatException(Sentences.UnknownScheme(uri.Scheme)),
        };
        if (uri.UserInfo.Length > 0)
            throw new FormatException(Sentences.CredentialsInUri(address));

        var settings = new BoltSettings { Address = address, Routing = routing, FollowBookmarks = routing, Encryption = encryption };
        var path = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        if (path.Length > 0)
            settings = settings with { Database = path };
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            settings = settings.With(option);
        return settings;
    }

    /// <summary>The address as people write it, without credentials: <c>bolt://host:port/database</c>.</summary>
    public override string ToString() => $"{Scheme}://{Address}{(Database is null ? string.Empty : "/" + Database)}";

    /// <summary>The address alone as drivers take it: scheme, host and port, and the policy of a cluster.</summary>
    public Uri ToDriverUri() => new($"{Scheme}://{Address}{(Policy is null ? string.Empty : $"?policy={Uri.EscapeDataString(Policy)}")}");

    private string Scheme => (Routing ? "neo4j" : "bolt") + Encryption switch
    {
        BoltEncryption.Trusted => "+s",
        BoltEncryption.AnyCertificate => "+ssc",
        _ => string.Empty,
    };

    private static string WithoutUserInfo(string text) => text.Contains('@') ? text[(text.LastIndexOf('@') + 1)..] : text;

    private BoltSettings With(string option)
    {
        var parts = option.Split('=', 2);
        var value = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : string.Empty;
        switch (parts[0])
        {
            case "database" when value.Length == 0:
                throw new FormatException(Sentences.BadOption(Address, "database", value, "the name of a database"));
            case "database" when Database is { } other && other != value:
                throw new FormatException(Sentences.BadOption(Address, "database", value, $"the same name as in the path ({other})"));
            case "database":
                return this with { Database = value };
            case "connections" when int.TryParse(value, out var connections) && connections is >= 1 and <= MostConnections:
                return this with { Connections = connections };
            case "connections":
                throw new FormatException(Sentences.BadOption(Address, "connections", value, $"a number from 1 to {MostConnections}"));
            case "policy" when Routing && value.Length > 0:
                return this with { Policy = value };
            case "policy" when Routing:
                throw new FormatException(Sentences.BadOption(Address, "policy", value, "the name of a server policy"));
            default:
                throw new FormatException(Sentences.UnknownOption(Address, parts[0], Routing));
        }
    }
}
