using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Export;

/// <summary>Rows of nodes as records.</summary>
/// <param name="page">Takes the records.</param>
/// <param name="type">The nodes' type.</param>
/// <param name="properties">Those of its properties that the rows have, in their order; the others have no value.</param>
/// <param name="leftOut">What could not be read.</param>
internal sealed class NodeRows(RecordBatch page, NodeType type, IReadOnlyList<Property> properties, LeftOut leftOut) : IIdRows
{
    private readonly Cell[] cells = new Cell[type.Properties.Count];

    /// <summary>Rows taken.</summary>
    public int Rows { get; private set; }

    /// <summary>The id of the last node that has one.</summary>
    public string? LastId { get; private set; }

    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        Rows++;
        row.EnterList();
        var faults = RowCells.Read(ref row, page, properties, cells);
        row.MoveNext();
        var id = cells[type.Id.Ordinal];
        if (id.Kind != CellKind.Null) LastId = page.Text(id);
        foreach (var (property, fault) in faults)
            leftOut.Add(Messages.WrongValue(id.Kind == CellKind.Null ? type.Name : Messages.Owner(type, LastId!), property, fault));
        if (id.Kind == CellKind.Null) leftOut.Add(Messages.NoId(type));
        else page.AddNode(type, cells, default);
    }
}
