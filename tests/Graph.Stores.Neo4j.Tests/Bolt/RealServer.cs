using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>The server for tests, spoken to without the store.</summary>
internal static class RealServer
{
    /// <summary>The collection of tests that take turns at it, as one of them measures how fast it is.</summary>
    public const string OneAfterTheOther = "One after the other on a real server";

    public static BoltSettings Settings => BoltSettings.Parse(TestNeo4j.Uri);

    public static BoltClient Connect() => new(Settings);

    extension(OwnNeo4j server)
    {
        public BoltSettings Settings => BoltSettings.Parse(server.Uri) with
        {
            // A server that has just started on a busy machine is slow to say hello.
            GreetingTimeout = TimeSpan.FromSeconds(30),
            AcquireTimeout = TimeSpan.FromMinutes(2),
            Credentials = BoltCredentials.Of(server.Password is { } password ? BoltAuthentication.Basic("neo4j", password) : BoltAuthentication.None),
        };
    }
}

/// <summary>Keeps every row as objects.</summary>
internal sealed class RowList : IRowSink
{
    public List<string> Columns { get; } = [];

    public List<List<object?>> Rows { get; } = [];

    public int Fetches { get; private set; }

    /// <summary>The only value of the only row.</summary>
    public object? Value => Assert.Single(Assert.Single(Rows));

    public void OnColumns(PackStreamReader names)
    {
        Columns.Clear();
        Columns.AddRange(names.ReadStrings());
    }

    public void OnRow(PackStreamReader row) => Rows.Add((List<object?>)row.ReadValue()!);

    public ValueTask OnFetchedAsync(CancellationToken cancellationToken)
    {
        Fetches++;
        return default;
    }

    public bool TryRestart()
    {
        Rows.Clear();
        return true;
    }
}
