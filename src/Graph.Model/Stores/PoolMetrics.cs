using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Graph.Model.Stores;

/// <summary>The connections of a pool now.</summary>
/// <param name="Used">In use, or being opened.</param>
/// <param name="Idle">Open, and used by nobody.</param>
/// <param name="Pending">Callers that wait for one.</param>
public readonly record struct PoolState(int Used, int Idle, int Pending);

/// <summary>
/// What is measured of the connections of stores, under the names of OpenTelemetry's conventions for clients of databases; pools of one name
/// are added up. Costs nothing where nobody asks.
/// </summary>
public static class PoolMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string SourceName = "Graph.Pools";

    private const string Pool = "db.client.connection.pool.name", State = "db.client.connection.state";

    private static readonly Meter Meter = new(SourceName);

    private static readonly ConcurrentDictionary<Watched, bool> Pools = new(ReferenceEqualityComparer.Instance);

    static PoolMetrics()
    {
        Meter.CreateObservableUpDownCounter("db.client.connection.count", Connections, "{connection}", "Connections to the store, in use and idle.");
        Meter.CreateObservableUpDownCounter(
            "db.client.connection.pending_requests", Pending, "{request}", "Statements that wait for a connection to the store.");
    }

    /// <summary>Tells of a pool from now on.</summary>
    /// <param name="name">Its kind: <c>sqlite</c>, <c>bolt</c>.</param>
    /// <param name="state">Asked for whenever somebody wants to know.</param>
    /// <returns>Ends that.</returns>
    public static IDisposable Watch(string name, Func<PoolState> state)
    {
        var watched = new Watched(name, state);
        Pools[watched] = true;
        return watched;
    }

    private static IEnumerable<Measurement<int>> Connections() => Sums().SelectMany(pool => new Measurement<int>[]
    {
        new(pool.State.Used, new(Pool, pool.Name), new(State, "used")),
        new(pool.State.Idle, new(Pool, pool.Name), new(State, "idle")),
    });

    private static IEnumerable<Measurement<int>> Pending() =>
        Sums().Select(pool => new Measurement<int>(pool.State.Pending, new KeyValuePair<string, object?>(Pool, pool.Name)));

    private static IEnumerable<(string Name, PoolState State)> Sums() => Pools.Keys.GroupBy(pool => pool.Name, StringComparer.Ordinal)
        .Select(same => (same.Key, same.Select(pool => pool.State()).Aggregate(
            default(PoolState), static (sum, one) => new(sum.Used + one.Used, sum.Idle + one.Idle, sum.Pending + one.Pending))));

    private sealed class Watched(string name, Func<PoolState> state) : IDisposable
    {
        public string Name => name;

        public Func<PoolState> State => state;

        public void Dispose() => Pools.TryRemove(this, out _);
    }
}
