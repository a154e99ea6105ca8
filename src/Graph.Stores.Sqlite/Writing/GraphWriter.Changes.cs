using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Removing;
using Graph.Model.Runs;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>What follows from records that go: words, degrees, counts and tallies.</summary>
internal sealed partial class GraphWriter : IRecordChanges
{
    // No number is given twice of whose run only the changes are kept any more: they would be told as those of the new one.
    private const string LastKept = $"SELECT max(\"id\") FROM \"{Definitions.Runs}\"";
    private const string LastWritten = $"SELECT \"run\" FROM \"{Definitions.Changes}\" WHERE \"run\" > 0 ORDER BY \"first\" DESC LIMIT 1";

    private readonly RecordBatch scratch = new();

    // Of the transaction at work.
    private RemovedRecords removing = new();

    /// <inheritdoc/>
    void IRecordChanges.Removing(NodeType type, long key)
    {
        addedByType[type.Ordinal]--;
        if (journal.Recorder is not null)
        {
            scratch.Clear();
            journal.Removed(type, scratch, writers.Of(type).Read(key, scratch), writers.Of(type).SourcesOf(key));
        }

        removing.Add(type, 1, removing.NamesNodes ? [journal.EndOf([layout.Of(type)], key).Id] : []);
        tallies?.Touch(type);
    }

    /// <inheritdoc/>
    void IRecordChanges.Removed(RelationshipTable table, in StoredRelationship one)
    {
        ranks.Relate(one.Start, one.End, -1);
        journal.Removed(table, one);
        removing.Add(
            table.Type, 1, removing.NamesRelationships ? [(journal.EndOf(table.Starts, one.Start).Id, journal.EndOf(table.Ends, one.End).Id)] : []);
        tallies?.Touch(table.Type);
    }

    /// <inheritdoc/>
    void IRecordChanges.Changed(RecordBatch batch, in NodeEntry node, long key)
    {
        words?.Replace(batch, node, key);
        tallies?.Touch(node.Type);
    }

    /// <inheritdoc/>
    void IRecordChanges.Changed(RelationshipType type) => tallies?.Touch(type);

    /// <inheritdoc/>
    public ValueTask<UnlistedCounts> CountUnlistedAsync(string source, CancellationToken cancellationToken) =>
        ValueTask.FromResult(sources.IsNew(source)
            ? default
            : TransactOnAll(() => Withdrawal().Count(source) + CountMerged(source), cancellationToken));

    /// <inheritdoc/>
    public ValueTask<WithdrawalCounts> WithdrawUnlistedAsync(
        IReadOnlyCollection<string> sources,
        DateTimeOffset now,
        CancellationToken cancellationToken) => ValueTask.FromResult(TransactOnAll(
        () =>
        {
            remembered.Clear();
            var counts = Withdraw(sources, now);
            remembered.Clear();
            Follow();
            if (counts != default) degrees.Touch();
            return counts;
        },
        cancellationToken));

    /// <inheritdoc/>
    public RemovedRecords Removed { get; } = new();

    /// <inheritdoc/>
    public ValueTask<RemovalResult> RemoveAsync(NodeType type, string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(TransactOnAll(
            () =>
            {
                if (KeyOf(type, Encoding.UTF8.GetBytes(id)) is not { } key) return new RemovalResult(IsFound: false, []);
                remembered.Clear();
                var all = BeginMerging();
                var result = new Removal(connection, layout, this).Run(type, key);
                if (result.Attached.Count > 0) return result;
                if (all is not null) Completed(all.ForgetGoneAsync());
                Follow();
                degrees.Touch();
                degrees.Refresh();
                return result;
            },
            cancellationToken));

    /// <inheritdoc/>
    public ValueTask<ImportRun> KeepAsync(ImportRun run, CancellationToken cancellationToken) => ValueTask.FromResult(Transact(
        () =>
        {
            var kept = run.Id > 0 ? run : run with { Id = 1 + Math.Max(connection.Number(LastKept) ?? 0, connection.Number(LastWritten) ?? 0) };
            var statement = connection.Prepare($"INSERT INTO \"{Definitions.Runs}\" VALUES (?1, ?2) ON CONFLICT DO UPDATE SET \"run\" = ?2");
            statement.Bind(1, kept.Id);
            statement.Bind(2, Encoding.UTF8.GetBytes(kept.Text()));
            statement.Run();
            var old = connection.Prepare($"DELETE FROM \"{Definitions.Runs}\" WHERE \"id\" <= ?1");
            old.Bind(1, kept.Id - ImportRun.Kept);
            old.Run();
            currentRun = kept.EndedAt is null ? kept.Id : 0;
            return kept;
        },
        cancellationToken));

    /// <inheritdoc/>
    public ValueTask DropAsync(ImportRun run, CancellationToken cancellationToken)
    {
        currentRun = Transact(
            () =>
            {
                var statement = connection.Prepare($"DELETE FROM \"{Definitions.Runs}\" WHERE \"id\" = ?1");
                statement.Bind(1, run.Id);
                statement.Run();
                return 0L;
            },
            cancellationToken);
        return default;
    }

    // What is derived from records that go or change, within their transaction.
    private void Follow()
    {
        words?.Flush();
        ranks.Flush(words);
        KeepCounts();
        tallies?.Refresh();
    }

    private Withdrawal Withdrawal() => new(connection, layout, sources, writers, asserted, journal, this);

    private void KeepCounts()
    {
        for (var i = 0; i < addedByType.Length; i++)
        {
            if (addedByType[i] == 0) continue;
            var statement =
                connection.Prepare($"INSERT INTO \"{Definitions.Counts}\" VALUES ('{layout.Ontology.NodeTypes[i].Name}', ?1) ON CONFLICT DO UPDATE "
                    + "SET \"nodes\" = \"nodes\" + ?1");
            statement.Bind(1, addedByType[i]);
            statement.Run();
            addedByType[i] = 0;
        }
    }
}
