using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>
/// Hands what a transaction changes to its <see cref="ChangeRecorder"/>, with names instead of keys, and keeps what that has taken down.
/// </summary>
/// <param name="connection">The file.</param>
internal sealed class Journal(Connection connection)
{
    /// <summary>Takes down what the transaction at work changes; null where nobody does.</summary>
    public ChangeRecorder? Recorder { get; private set; }

    /// <summary>A transaction begins.</summary>
    public void Begin(ChangeRecorder? recorder) => Recorder = recorder;

    /// <summary>Runs work whose changes somebody else takes down.</summary>
    public void Without(Action work)
    {
        var recorder = Recorder;
        Recorder = null;
        work();
        Recorder = recorder;
    }

    /// <summary>A node has other values, or is asserted by others.</summary>
    public void Changed(
        NodeType type, RecordBatch batch, ReadOnlySpan<Cell> from, string? fromSources, RecordBatch toBatch, ReadOnlySpan<Cell> to, string? toSources)
    {
        if (Recorder is null) return;
        Recorder.Changed(
            ChangedRecord.Of(type, batch.Text(from[type.Id.Ordinal])),
            ChangeRecorder.StateOf(type.Properties, batch, from, fromSources),
            ChangeRecorder.StateOf(type.Properties, toBatch, to, toSources));
    }

    /// <summary>A node is there no more.</summary>
    public void Removed(NodeType type, RecordBatch batch, ReadOnlySpan<Cell> cells, string? sources) =>
        Recorder?.Removed(ChangedRecord.Of(type, batch.Text(cells[type.Id.Ordinal])), ChangeRecorder.StateOf(type.Properties, batch, cells, sources));

    /// <summary>A relationship has other values, or is asserted by others.</summary>
    public void Changed(
        RelationshipTable table, long start, long end, RecordBatch batch, ReadOnlySpan<Cell> from, string? fromSources, RecordBatch toBatch,
            ReadOnlySpan<Cell> to, string? toSources)
    {
        if (Recorder is null) return;
        var properties = table.Type.Properties?.Properties ?? [];
        Recorder.Changed(
            RecordOf(table, start, end, batch, from),
            ChangeRecorder.StateOf(properties, batch, from, fromSources),
            ChangeRecorder.StateOf(properties, toBatch, to, toSources));
    }

    /// <summary>A relationship is there no more.</summary>
    public void Removed(RelationshipTable table, in StoredRelationship one) => Recorder?.Removed(
        RecordOf(table, one.Start, one.End, one.Batch, one.Cells),
        ChangeRecorder.StateOf(table.Type.Properties?.Properties ?? [], one.Batch, one.Cells, one.Sources));

    /// <summary>The type and id of the node with a key.</summary>
    public (NodeType Type, string Id) EndOf(IReadOnlyList<Family> families, long key)
    {
        foreach (var family in families)
        {
            var row = connection.Prepare(
                $"SELECT \"id\"{(family.IsTyped ? $", \"{Family.TypeColumn}\"" : "")} FROM {Quote(family.Table)} WHERE \"{Family.Key}\" = ?1");
            row.Bind(1, key);
            try
            {
                if (row.Step()) return (family.IsTyped ? family.TypeNamed(row.Utf8(1)) : family.Types[0], row.Text(0)!);
            }
            finally
            {
                row.Reset();
            }
        }

        throw new InvalidOperationException($"No node has the key {key} of a relationship's end.");
    }

    /// <summary>Keeps what was taken down, in the transaction at work.</summary>
    public void Keep()
    {
        var chunks = Recorder?.Take() ?? [];
        Recorder = null;
        foreach (var chunk in chunks) KeptChanges.Append(connection, chunk);
    }

    private ChangedRecord RecordOf(RelationshipTable table, long start, long end, RecordBatch batch, ReadOnlySpan<Cell> cells) =>
        ChangeRecorder.Record(
        table.Type,
        EndOf(table.Starts, start),
        EndOf(table.Ends, end),
        table.Type.MayBeParallel ? ChangeRecorder.IdentityOf(table.Type, batch, cells) : "");
}
