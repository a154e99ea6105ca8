using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Export;

/// <summary>Rows of an id and, for each field, the relationships along it, as records.</summary>
/// <param name="page">Takes the relationships.</param>
/// <param name="ontology">Knows the types of their ends.</param>
/// <param name="start">The type of the nodes.</param>
/// <param name="fields">The fields.</param>
/// <param name="most">How many relationships a field gives at once.</param>
/// <param name="part">Knows which ends are exported.</param>
/// <param name="leftOut">What could not be read.</param>
internal sealed class RelationshipRows(
    RecordBatch page,
    Ontology ontology,
    NodeType start,
    IReadOnlyList<RelationshipField> fields,
    int most,
    GraphPart part,
    LeftOut leftOut) : IIdRows
{
    private readonly Cell[] cells = new Cell[fields.Max(field => field.Relationship.Properties?.Properties.Count ?? 0)];
    private string? startId;

    /// <summary>Rows taken.</summary>
    public int Rows { get; private set; }

    /// <summary>The id of the last node that has one.</summary>
    public string? LastId { get; private set; }

    /// <summary>The nodes that may have more relationships along a field than were given.</summary>
    public List<(string Id, RelationshipField Field)> Unfinished { get; } = [];

    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        Rows++;
        row.EnterList();
        row.MoveNext();
        row.ReadCell(page, start.Id.Form, out var id);
        startId = id.Kind == CellKind.Null ? null : page.Text(id);
        LastId = startId ?? LastId;
        foreach (var field in fields)
        {
            row.MoveNext();
            row.EnterList();
            row.MoveNext();
            if (Edges(ref row, field, id) == most && startId is not null) Unfinished.Add((startId, field));
            row.LeaveList();
        }

        row.MoveNext();
    }

    private int Edges<TReader>(ref TReader row, RelationshipField field, Cell id)
        where TReader : IValueReader, allows ref struct
    {
        var count = 0;
        for (row.EnterList(); row.MoveNext(); count++) Edge(ref row, field, id);
        return count;
    }

    private void Edge<TReader>(ref TReader row, RelationshipField field, Cell id)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        var end = ontology.NodeTypes[(int)row.ReadInt64()];
        row.MoveNext();
        row.ReadCell(page, end.Id.Form, out var endId);
        var carried = field.Relationship.Properties?.Properties ?? [];
        var faults = RowCells.Read(ref row, page, carried, cells);
        row.MoveNext();
        if (startId is null) return; // Told where the node is read.
        if (endId.Kind == CellKind.Null)
        {
            leftOut.Add(Messages.NoEndId(Messages.Owner(start, startId), field.Relationship));
            return;
        }

        if (part.IsFiltered && !part.Has(end, page.Text(endId))) return;
        foreach (var (property, fault) in faults)
            leftOut.Add(Messages.WrongValue(Messages.Owner(field.Relationship, startId, page.Text(endId)), property, fault));
        page.AddRelationship(field.Relationship, start, id, end, endId, cells.AsSpan(0, carried.Count), default);
    }
}
