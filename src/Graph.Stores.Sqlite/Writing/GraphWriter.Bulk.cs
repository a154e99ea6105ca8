namespace Graph.Stores.Sqlite.Writing;

/// <summary>The end of a large import into an empty file: see <see cref="BulkLoad"/>.</summary>
internal sealed partial class GraphWriter
{
    /// <summary>16 MB, which is as much as each sort of what is made at the end takes beside it.</summary>
    private const string SmallCache = "PRAGMA cache_size = -16000";

    private long? seen;
    private bool areKeysLeft;

    /// <summary>Pages that the writer keeps in memory; below 0, how many thousand bytes of them.</summary>
    internal long CachePages => connection.Number("PRAGMA cache_size")!.Value;

    /// <inheritdoc/>
    public ValueTask<long> FinishAsync(CancellationToken cancellationToken)
    {
        if (rehearses) return ValueTask.FromResult(0L);
        connection.Execute(SmallCache);
        try
        {
            EndBulk(cancellationToken);
            return ValueTask.FromResult(Transact(
                () =>
                {
                    var count = tallies?.Refresh() ?? 0;
                    degrees.Refresh();
                    words?.Settle();
                    return count;
                },
                cancellationToken));
        }
        finally
        {
            connection.Execute(Database.StoreFile.WritersCache);
        }
    }

    private void BeginTransaction()
    {
        // A batch writes relationships of nodes that it has just found; to look for both ends of each once more takes a tenth of the time.
        if (areKeysLeft != bulk.IsOn)
        {
            areKeysLeft = bulk.IsOn;
            connection.Execute($"PRAGMA foreign_keys = {(areKeysLeft ? 0 : 1)}");
        }

        connection.Execute("BEGIN IMMEDIATE");

        // Another program may have removed nodes.
        var version = connection.Number("PRAGMA data_version");
        if (version != seen) remembered.Clear();
        seen = version;
    }

    // What looks for records along indexes, or counts them.
    private TResult TransactOnAll<TResult>(Func<TResult> work, CancellationToken cancellationToken)
    {
        EndBulk(cancellationToken);
        return Transact(work, cancellationToken);
    }

    /// <summary>Makes up for what was put off.</summary>
    private void EndBulk(CancellationToken cancellationToken)
    {
        if (!Transact(IsBulk, cancellationToken)) return;
        bulk.MakeIndexes(work => Transact(() => Done(work), cancellationToken));
        Transact(() => Done(Complete), cancellationToken);

        bool IsBulk()
        {
            bulk.Begin();
            return bulk.IsOn;
        }

        static bool Done(Action work)
        {
            work();
            return true;
        }

        void Complete()
        {
            if (bulk.HasLost) RankWriter.Rebuild(connection, layout);
            else ranks.FlushPutOff();
            bulk.Complete();
        }
    }
}
