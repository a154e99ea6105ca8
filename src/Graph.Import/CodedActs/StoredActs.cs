using Graph.Import.Feeds;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Import.CodedActs;

/// <summary>What the graph holds of coded acts: which rows they came from, their sentences, how sure they are.</summary>
/// <param name="sink">Asks the graph.</param>
/// <param name="types">The types.</param>
internal sealed class StoredActs(RecordSink sink, FeedTypes types)
{
    /// <summary>Ids asked for at once: databases take long lists slowly.</summary>
    private const int IdsAtOnce = 500;

    /// <summary>The accusation and evidence of each document that stands for a row.</summary>
    public async Task<Dictionary<string, (string Accusation, string Evidence)>> OfRowsAsync(
        IEnumerable<string> documents,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var accusations = RowTree.Of(types.Evidence.FindRelationship("accusations")!, RowTree.Of(types.Accusation, "id"));
        var evidence = RowTree.Of(types.Document.FindRelationship("evidence")!, RowTree.Of(types.Evidence, "id"), accusations);
        var selection = new Selection([RowTree.Of(types.Document, "id"), evidence]);
        foreach (var row in await AskAsync(types.Document, selection, documents, cancellationToken))
            foreach (var piece in RowTree.Related(row, 1))
                foreach (var act in RowTree.Related(piece, 1)) found.TryAdd((string)row[0]!, ((string)act[0]!, (string)piece[0]!));
        return found;
    }

    /// <summary>The words of pieces of evidence, by id.</summary>
    public async Task<Dictionary<string, string>> QuotesAsync(IEnumerable<string> evidence, CancellationToken cancellationToken)
    {
        var selection = new Selection([RowTree.Of(types.Evidence, "id"), RowTree.Of(types.Evidence, "quote")]);
        var rows = await AskAsync(types.Evidence, selection, evidence, cancellationToken);
        return rows.Where(row => row[1] is not null).ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
    }

    /// <summary>Accusations with all their properties.</summary>
    public async Task<StoredNodes> AccusationsAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var nodes = new StoredNodes(types.Accusation);
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            await sink.AskAsync(Query(types.Accusation, nodes.Selection), [some.ToList<object?>()], nodes, cancellationToken);
        }
        return nodes;
    }

    private async Task<List<object?[]>> AskAsync(NodeType type, Selection selection, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var rows = new RowTree(selection);
        foreach (var some in ids.Chunk(IdsAtOnce)) await sink.AskAsync(Query(type, selection), [some.ToList<object?>()], rows, cancellationToken);
        return rows.Rows;
    }

    private static ListQuery Query(NodeType type, Selection selection)
    {
        var ids = new Parameter(0, ScalarKind.Id, IsList: true);
        var id = new PropertyRef(Subject.Node, type.Id);
        return new(type, new Comparison(id, ComparisonOperator.In, ids), [new PropertySort(id, Descending: false)], Page.Whole, selection, [ids]);
    }
}

/// <summary>Nodes of a type as they are stored, so that one property can be given another value.</summary>
/// <param name="type">The type.</param>
internal sealed class StoredNodes(NodeType type) : IRowConsumer
{
    private readonly RecordBatch stored = new();
    private readonly Cell[] cells = new Cell[type.Properties.Count];

    /// <summary>What is read: every property.</summary>
    public Selection Selection { get; } = new([.. type.Properties.Select(property => new PropertyColumn(new(Subject.Node, property)))]);

    /// <summary>The nodes.</summary>
    public IReadOnlyList<NodeEntry> Nodes => stored.Nodes;

    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        foreach (var property in type.Properties)
        {
            row.MoveNext();
            row.ReadCell(stored, property.Form, out cells[property.Ordinal]);
        }

        row.LeaveList();
        stored.AddNode(type, cells, default);
    }

    /// <summary>The id of one.</summary>
    public string Id(in NodeEntry node) => stored.Id(node);

    /// <summary>A value of one.</summary>
    public Cell Value(in NodeEntry node, Property property) => stored.Cells(node)[property.Ordinal];

    /// <summary>Adds one to a batch, with another value for a property.</summary>
    public void AddTo(RecordBatch batch, in NodeEntry node, Property property, Cell value, RecordPlace place)
    {
        var values = stored.Cells(node);
        for (var i = 0; i < cells.Length; i++)
            cells[i] = values[i].Kind is CellKind.Text or CellKind.List ? batch.AddText(stored.Utf8(values[i]), values[i].Kind) : values[i];
        cells[property.Ordinal] = value;
        batch.AddNode(type, cells, place);
    }
}
