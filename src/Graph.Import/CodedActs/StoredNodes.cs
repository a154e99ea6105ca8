using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Import.CodedActs;

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
