using Graph.Model.Records;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Model.Sources;

/// <summary>
/// Makes a graph of what some sources of another say: the one that there would be if nobody else had ever been imported. Actors are one where
/// these sources judge so, and tallies, words and counts are of its own records.
/// </summary>
public static class GraphOfSources
{
    /// <summary>Runs that are looked through at once.</summary>
    private const int RunsAtOnce = 1_000;

    /// <summary>Copies it.</summary>
    /// <param name="from">The graph.</param>
    /// <param name="sources">The names of the sources; without any that the graph knows the copy is empty.</param>
    /// <param name="into">An empty graph of the same ontology. What it holds in the end is nobody's.</param>
    /// <param name="now">The time, for a graph that does not know when its sources were imported.</param>
    /// <param name="goesOn">Called after each batch and at the end; what it throws ends the copy.</param>
    /// <param name="cancellationToken">Ends it; what was copied by then stays.</param>
    /// <returns>How many records it holds, tallies left out.</returns>
    /// <exception cref="StoreException">One of the stores failed.</exception>
    public static async ValueTask<long> CopyAsync(
        IGraphStore from,
        IReadOnlyCollection<string> sources,
        IGraphStore into,
        DateTimeOffset now,
        Action goesOn,
        CancellationToken cancellationToken)
    {
        var run = await LastRunAsync(from, sources.ToHashSet(StringComparer.Ordinal), cancellationToken);
        var imported = run?.StartedAt ?? now;
        await using var writer = await into.OpenWriterAsync(cancellationToken);
        var count = 0L;
        await from.ReadAssertedAsync(sources, CopyAsync, cancellationToken);
        var judged = (await from.MergedAsync(cancellationToken)).Judgements.Where(one => one.Source is { } source && sources.Contains(source))
            .ToList();
        if (judged.Count > 0) await writer.JudgeAsync(judged, [], unlessHeld: false, cancellationToken);
        if (run is not null) await writer.KeepAsync(run with { Read = count, Added = count }, cancellationToken);
        await writer.FinishAsync(cancellationToken);
        goesOn();
        return count;

        async ValueTask CopyAsync(RecordBatch batch, CancellationToken token)
        {
            // What leads to nodes that only others give is refused, and is not there for whoever reads these sources alone.
            var written = await writer.WriteAsync(batch, imported, token);
            count += batch.Count - written.Refused.Count;
            goesOn();
        }
    }

    /// <summary>
    /// The latest run that imported any of the sources, as one of them alone. How many records it added and changed hung on what others had said;
    /// how long it took and how it ended, on what else it imported. That is left out.
    /// </summary>
    private static async ValueTask<ImportRun?> LastRunAsync(IGraphStore from, HashSet<string> sources, CancellationToken cancellationToken)
    {
        ImportRun? latest = null;
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var offset = 0; named.Count < sources.Count; offset += RunsAtOnce)
        {
            var runs = await from.RunsAsync(RunsAtOnce, offset, cancellationToken);
            foreach (var run in runs.Where(run => run.Sources.Any(sources.Contains)))
            {
                latest ??= run;
                named.UnionWith(run.Sources.Where(sources.Contains));
            }

            if (runs.Count < RunsAtOnce) break;
        }

        return latest is null ? null : new()
        {
            Command = "import",
            StartedAt = latest.StartedAt,
            EndedAt = latest.StartedAt,
            Outcome = RunOutcome.Complete,
            Sources = [.. named.Order(Text.CodePointOrder.Instance)],
        };
    }
}
