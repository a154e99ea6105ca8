using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>The server that the environment names for tests.</summary>
internal static class RealServer
{
    public static string? Uri { get; } = Environment.GetEnvironmentVariable("NEO4J_URI") is { Length: > 0 } uri ? uri : null;

    public static BoltSettings Settings => BoltSettings.Parse(Uri!);

    public static BoltClient Connect() => new(Settings);
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

    public ValueTask OnFetchedAsync(CancellationToken cancellation)
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
