using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt.Routing;

/// <summary>Three servers that play a cluster: each routes and reads, the first writes; what they do is changed as a test needs it.</summary>
internal sealed class PlayedCluster : IAsyncDisposable
{
    private static readonly Statement Question = new("RETURN 1");
    private static readonly Statement Change = new("CREATE (n)") { Access = AccessMode.Write, Repeatable = true };

    public PlayedCluster() => Tell();

    public FakeMember A { get; } = new();

    public FakeMember B { get; } = new();

    public FakeMember C { get; } = new();

    public IReadOnlyList<FakeMember> All => [A, B, C];

    public JumpingTime Time { get; } = new();

    public int Routed => All.Sum(member => member.Routed);

    /// <summary>A client that enters at the first server.</summary>
    public BoltClient Connect(Func<BoltSettings, BoltSettings>? change = null) =>
        new((change ?? (settings => settings))(A.Settings with { GreetingTimeout = TimeSpan.FromSeconds(30) }), Time);

    /// <summary>Every server tells this table from now on: who is left out is as in a healthy cluster.</summary>
    public void Tell(
        IReadOnlyList<FakeMember>? routers = null, IReadOnlyList<FakeMember>? readers = null, IReadOnlyList<FakeMember>? writers = null, object? seconds = null)
    {
        var table = FakeMember.TableOf(
            (routers ?? All).Select(member => member.Address),
            (readers ?? [B, C]).Select(member => member.Address),
            (writers ?? [A]).Select(member => member.Address),
            seconds);
        foreach (var member in All)
            member.Table = table;
    }

    /// <summary>Reads, and says who answered.</summary>
    public async Task<FakeMember> ReadAsync(BoltClient client) => Named(await AskAsync(client, Question));

    /// <summary>Writes, and says who did.</summary>
    public async Task<FakeMember> WriteAsync(BoltClient client) => Named(await AskAsync(client, Change));

    public async ValueTask DisposeAsync()
    {
        foreach (var member in All)
            await member.DisposeAsync();
    }

    /// <summary>Waits for what is bound to happen in the background.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(5, limit.Token);
    }

    private FakeMember Named(object? address) => All.Single(member => member.Address == (string)address!);

    private static async Task<object?> AskAsync(BoltClient client, Statement statement)
    {
        var rows = new RowList();
        await client.RunAsync(statement, rows);
        return rows.Value;
    }
}
