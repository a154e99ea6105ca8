using System.Collections.Frozen;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>
/// The ids of actors that others stand for, and theirs, as they were a moment ago: asked for by a statement of their own, for a
/// look-up inside each statement would keep Neo4j from its index.
/// </summary>
internal sealed class MergedIds(IStatementRunner runner, Neo4jStoreOptions options)
{
    /// <summary>Nothing is merged.</summary>
    public static readonly IReadOnlyDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    /// <summary>After that long it is asked whether they have changed: what another program merges is known as soon.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private static readonly Statement All = new($"MATCH (m:{MergedNodes.Member}) WHERE m.actor <> m.canonical RETURN m.actor, m.canonical");

    private volatile Known? known;

    /// <summary>Those that are known, or asked for now.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> GetAsync(CancellationToken cancellationToken)
    {
        if (known is { } recent && options.TimeProvider.GetElapsedTime(recent.At) < Age) return recent.Ids;
        var (at, rows, counted) = (options.TimeProvider.GetTimestamp(), new ValueRows(), new ValueRows());
        await runner.RunAsync(MergedNodes.Changes, counted, cancellationToken);
        var changes = counted.All[0][0] as long?;
        if (known is { } before && before.Changes == changes)
        {
            known = before with { At = at };
            return before.Ids;
        }

        await runner.RunAsync(All, rows, cancellationToken);
        var ids = rows.All.Count == 0 ? None : rows.All.ToFrozenDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        known = new(at, changes, ids);
        return ids;
    }

    /// <summary>They have changed.</summary>
    public void Forget() => known = null;

    private sealed record Known(long At, long? Changes, IReadOnlyDictionary<string, string> Ids);
}
