using Graph.GraphQL.Json;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;

namespace Graph.Model.Changes;

/// <summary>
/// Takes down what one transaction of a writer changes, and packs it for the store to keep in the same transaction. What is taken down is packed as
/// it comes; only where nodes are one with others it is kept until the end, since what such a transaction takes out it may put back.
/// </summary>
/// <param name="run">The run at work; 0 where nobody began one.</param>
/// <param name="at">When.</param>
public sealed class ChangeRecorder(long run, DateTimeOffset at)
{
    private readonly List<ChangeChunk> chunks = [];
    private readonly ResponseBuffer json = new();
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private MergedChanges? merged;
    private int count;

    /// <summary>
    /// A batch is written to a graph that held nothing when its writer began, whatever that has done since: of what is added only that it is there
    /// is kept, so that a first import is no slower, for whoever follows the graph begins with an export.
    /// </summary>
    public bool IsFirst { get; set; }

    /// <summary>Takes down that a node of a batch was added.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="node">The node.</param>
    /// <param name="source">Who asserts it.</param>
    /// <param name="stamp">The import stamp, where the record has none.</param>
    public void Added(RecordBatch batch, in NodeEntry node, int source, in Cell stamp)
    {
        var sources = Assertions.Sole(source);
        if (merged is not null)
        {
            merged.Graph(new(
                ChangedRecord.Of(node.Type, batch.Id(node)), null, StateOf(node.Type.Properties, batch, batch.Cells(node), sources, stamp)));
            return;
        }

        ChangeText.WriteAdded(json, batch, node, sources, !IsFirst, stamp);
        Count(node.Type.Name);
    }

    /// <summary>Takes down that a relationship of a batch was added.</summary>
    public void Added(RecordBatch batch, in RelationshipEntry one, int source)
    {
        var sources = Assertions.Sole(source);
        var cells = batch.Cells(one);
        var properties = one.Type.Properties?.Properties ?? [];
        var identity = one.Type.MayBeParallel ? IdentityOf(one.Type, batch, cells) : "";
        if (merged is not null)
        {
            var record = Record(one.Type, (one.StartType, batch.Text(one.Start)), (one.EndType, batch.Text(one.End)), identity);
            merged.Graph(new(record, null, StateOf(properties, batch, cells, sources)));
            return;
        }

        ChangeText.WriteAdded(json, batch, one, identity, sources, !IsFirst);
        Count(one.Type.Name);
    }

    /// <summary>Takes down that a record of the graph has other values, or is asserted by others.</summary>
    public void Changed(ChangedRecord record, RecordState from, RecordState to) => Add(new(record, from, to));

    /// <summary>The same of a node.</summary>
    public void Changed(NamedNode from, RecordState to) =>
        Changed(ChangedRecord.Of(from.Type, from.Id), RecordState.Of(from.Values, from.Sources), to);

    /// <summary>The same of a relationship.</summary>
    public void Changed(NamedRelationship from, RecordState to) => Changed(ChangedRecord.Of(from), RecordState.Of(from.Values, from.Sources), to);

    /// <summary>Takes down that a record of the graph was removed.</summary>
    public void Removed(ChangedRecord record, RecordState from) => Add(new(record, from, null));

    /// <summary>The same of a node.</summary>
    public void Removed(NamedNode node) => Removed(ChangedRecord.Of(node.Type, node.Id), RecordState.Of(node.Values, node.Sources));

    /// <summary>The same of a relationship.</summary>
    public void Removed(NamedRelationship one) => Removed(ChangedRecord.Of(one), RecordState.Of(one.Values, one.Sources));

    /// <summary>What tells a relationship apart from all others.</summary>
    public static ChangedRecord Record(RelationshipType type, (NodeType Type, string Id) start, (NodeType Type, string Id) end, string identity) =>
        new(RecordKind.Relationship, type.Name, start.Id, end.Id) { StartType = start.Type.Name, EndType = end.Type.Name, Identity = identity };

    /// <summary>What tells a relationship apart from others of its type between the same nodes.</summary>
    public static string IdentityOf(RelationshipType type, RecordBatch batch, ReadOnlySpan<Cell> cells)
    {
        var values = new string?[type.Identifying.Count];
        for (var i = 0; i < values.Length; i++)
            if (cells[type.Identifying[i].Ordinal] is { Kind: not CellKind.Null } cell) values[i] = Values.ValueJson.Of(batch, cell);
        return string.Join('\0', values);
    }

    /// <summary>A record of a batch as it is stored.</summary>
    /// <param name="properties">Its properties.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="cells">Its values.</param>
    /// <param name="sources">Who asserts it.</param>
    /// <param name="stamp">The import stamp, where the record has none.</param>
    public static RecordState StateOf(
        IReadOnlyList<Property> properties, RecordBatch batch, ReadOnlySpan<Cell> cells, string? sources, Cell stamp = default)
    {
        using var values = new ResponseBuffer(1024);
        JsonRecord.Values(values, batch, properties, cells, stamp);
        return new(values.ToString(), sources);
    }

    /// <summary>From here on what is taken out and put back is told as one: nodes are one with others.</summary>
    /// <param name="rules">Which nodes may be; null where none may.</param>
    /// <param name="members">The ids of those that are, now.</param>
    internal MergedChanges Merging(Mergeable? rules, IEnumerable<string> members) =>
        merged ??= new(rules is null ? [] : [.. rules.Family.Types.Select(type => type.Name)], [.. members]);

    /// <summary>Ends the transaction: what is to be kept, not numbered yet; nothing where nothing has changed.</summary>
    public IReadOnlyList<ChangeChunk> Take()
    {
        foreach (var change in merged?.All() ?? []) Write(change);
        if (count > 0) Pack();
        json.Dispose();
        return chunks;
    }

    private void Add(RecordChange change)
    {
        if (merged is not null) merged.Graph(change);
        else Write(change);
    }

    private void Write(RecordChange change)
    {
        if (!change.IsAny) return;
        ChangeText.Write(json, change);
        Count(change.Record.Type);
    }

    private void Count(string type)
    {
        types.Add(type);
        if (++count == ChangeChunk.MaxChanges || json.Length >= ChangeChunk.MaxBytes) Pack();
    }

    private void Pack()
    {
        chunks.Add(new(0, count, run, at, [.. types.Order(StringComparer.Ordinal)], ChangeText.Pack(json)));
        json.Clear();
        types.Clear();
        count = 0;
    }
}
