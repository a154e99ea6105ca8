using Graph.Model.Merging;
using Graph.Model.Records;
using Graph.Model.Search;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Reading;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Writes batches to the file, one transaction each.</summary>
internal sealed partial class GraphWriter : IGraphWriter
{
    private readonly Connection connection;
    private readonly Layout layout;
    private readonly IDisposable turn;
    private readonly ReaderPool readers;
    private readonly bool rehearses;
    private readonly bool recordsChanges;
    private readonly RecordWriters writers;
    private readonly Sources sources;
    private readonly Journal journal;
    private readonly TimeProvider time;
    private readonly AssertedNodes asserted;
    private readonly StoredNodes remembered = new();
    private readonly Tallies? tallies;
    private readonly WordWriter? words;
    private readonly DegreeCounts degrees;
    private readonly RankWriter ranks;
    private readonly BulkLoad bulk;
    private readonly long[] addedByType;
    private long nextKey;
    private bool? wasEmpty;
    private long currentRun;
    private MergeTransaction? merging;
    private KnownMerges merges = new();

    public GraphWriter(Connection connection, Layout layout, IDisposable turn, ReaderPool readers, SqliteStoreOptions options, bool rehearses)
    {
        time = options.TimeProvider;
        journal = new(connection);
        asserted = new(journal);
        this.rehearses = rehearses;
        recordsChanges = options.KeepsChanges && !rehearses;
        this.connection = connection;
        this.layout = layout;
        this.turn = turn;
        this.readers = readers;
        writers = new(connection, layout, journal);
        sources = new(connection);
        addedByType = new long[layout.Ontology.NodeTypes.Count];
        words = layout.Ontology.Searched().Count > 0 ? new WordWriter(connection, layout, options.FewestUnsettledWords) : null;
        degrees = new(connection, layout);
        bulk = new(connection, layout, options.FewestUnsettledWords);
        ranks = new RankWriter(connection, bulk);
        tallies = layout.Ontology.Tally is { } rule ? new Tallies(connection, layout, rule) : null;
    }

    /// <inheritdoc/>
    public ValueTask<WriteResult> WriteAsync(
        RecordBatch batch,
        DateTimeOffset now,
        CancellationToken cancellationToken) => ValueTask.FromResult(Transact(
        () =>
        {
            bulk.Begin();
            journal.Recorder?.IsFirst = wasEmpty == true;
            var refused = new List<Refusal>();
            merging = BeginMerging();
            var nodeCounts = WriteNodes(batch, now, refused);
            var relationshipCounts = WriteRelationships(batch, refused);
            words?.Flush();
            ranks.Flush(batch, words);
            EndMerging(batch, refused, ref nodeCounts, ref relationshipCounts);
            KeepCounts();
            if (nodeCounts.Added + relationshipCounts.Added + relationshipCounts.Changed > 0) degrees.Touch();
            bulk.End(nodeCounts.Added);
            return new WriteResult(nodeCounts, relationshipCounts, refused);
        },
        cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        try
        {
            connection.Rollback();

            // A large log slows down every reader; one that readers still use is left to the next writer.
            connection.Number("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (StoreException)
        {
            // The batches are safe in the log.
        }
        finally
        {
            // Whoever closes the file last removes its log, which a connection that only reads may not.
            readers.CloseIdle();
            sources.Dispose();
            connection.Dispose();
            turn.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private TResult Transact<TResult>(Func<TResult> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        connection.Allow();
        using var stop = cancellationToken.UnsafeRegister(static running => ((Connection)running!).Interrupt(), connection);
        try
        {
            removing = new();
            if (!rehearses || !connection.IsInTransaction) BeginTransaction();
            if (nextKey == 0)
            {
                nextKey = 1 + layout.Families.Max(family => connection.Number($"SELECT max(\"{Family.Key}\") FROM {Quote(family.Table)}") ?? 0);
                wasEmpty ??= nextKey == 1;
            }

            if (recordsChanges) journal.Begin(new(currentRun, time.GetUtcNow()));
            var result = work();
            cancellationToken.ThrowIfCancellationRequested();
            journal.Keep();
            if (!rehearses) connection.Execute("COMMIT");
            Removed.Add(removing);
            return result;
        }
        catch (Exception fault)
        {
            connection.Rollback();
            journal.Begin(null);
            remembered.Clear();
            tallies?.Forget();
            words?.Forget();
            degrees.Forget();
            sources.Forget();
            ranks.Forget();
            bulk.Forget();
            Array.Clear(addedByType);
            nextKey = 0;
            (merging, merges) = (null, new());
            if (fault is OperationCanceledException && cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(cancellationToken);
            throw;
        }
    }

    private WriteCounts WriteNodes(RecordBatch batch, DateTimeOffset now, List<Refusal> refused)
    {
        long added = 0, changed = 0, unchanged = 0;
        for (var i = 0; i < batch.Nodes.Count; i++)
        {
            var node = batch.Nodes[i];
            if (merging?.Takes(batch, node) == true) continue;
            var type = node.Type;
            var writer = writers.Of(type);
            var source = sources.Of(batch, node.Place.File);
            var outcome = writer.Insert(batch, node, nextKey, source, now);
            if (outcome == Outcome.Changed)
            {
                words?.Add(batch, node, nextKey);
                journal.Recorder?.Added(batch, node, source, Cell.Of(now));
                if (source != Assertions.Nobody) sources.Listed(source).Add(nextKey);
                ranks.Add(i, nextKey);
                Remember(batch, node, nextKey++);
                addedByType[type.Ordinal]++;
                added++;
                tallies?.Touch(type);
                continue;
            }

            var key = 0L;
            var written = (Batch: batch, Node: node);
            if (outcome == Outcome.Nothing)
            {
                var stored = Find(type, batch.Utf8(batch.Cells(node)[type.Id.Ordinal]))!.Value;
                if (stored.Type != type.Ordinal)
                {
                    refused.Add(new(IsNode: true, i, RefusalReason.OtherType, layout.Ontology.NodeTypes[stored.Type].Name));
                    continue;
                }

                key = stored.Key;
                if (!sources.Any) outcome = writer.Replace(batch, node, key, now);
                else (outcome, written.Batch, written.Node) = asserted.Put(writer, batch, node, key, source, now);
                if (source != Assertions.Nobody && outcome != Outcome.NotUnique) sources.Listed(source).Add(key);
            }

            if (outcome == Outcome.NotUnique)
            {
                refused.Add(new(IsNode: true, i, RefusalReason.NotUnique, connection.OffendingColumn));
            }
            else if (outcome == Outcome.Changed)
            {
                changed++;
                words?.Replace(written.Batch, written.Node, key);
                tallies?.Touch(type);
            }
            else
            {
                unchanged++;
            }
        }

        return new(added, changed, unchanged);
    }

    private WriteCounts WriteRelationships(RecordBatch batch, List<Refusal> refused)
    {
        long added = 0, changed = 0, unchanged = 0;
        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var relationship = batch.Relationships[i];
            var type = relationship.Type;
            if (type == tallies?.Derived)
            {
                unchanged++;
                continue;
            }

            if (merging?.Takes(batch, relationship) == true) continue;
            if (KeyOf(relationship.StartType, batch.Utf8(relationship.Start)) is not { } start)
            {
                refused.Add(new(IsNode: false, i, RefusalReason.NoStart, batch.Text(relationship.Start)));
                continue;
            }

            if (KeyOf(relationship.EndType, batch.Utf8(relationship.End)) is not { } end)
            {
                refused.Add(new(IsNode: false, i, RefusalReason.NoEnd, batch.Text(relationship.End)));
                continue;
            }

            var source = sources.Of(batch, relationship.Place.File);
            var written = writers.Of(type).Write(batch, relationship, start, end, source, sources.Any, out var gone);
            if (source != Assertions.Nobody)
                sources.Listed(source).Add(type, start, end, ListedRecords.Identity(type, batch, batch.Cells(relationship)));
            foreach (var one in gone) ranks.Relate(one.Start, one.End, -1);
            if (written == Written.Added || gone.Count > 0) ranks.Relate(start, end);
            switch (written)
            {
                case Written.Unchanged:
                    unchanged++;
                    continue;
                case Written.Changed:
                    changed++;
                    break;
                default:
                    added++;
                    break;
            }

            tallies?.Touch(type);
        }

        return new(added, changed, unchanged);
    }
}
