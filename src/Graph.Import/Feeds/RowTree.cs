using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Import.Feeds;

/// <summary>Rows of ids and texts, with those of related nodes within them, as lists: for questions that are asked seldom.</summary>
/// <param name="selection">What was asked: single texts, and lists of related nodes.</param>
internal sealed class RowTree(Selection selection) : IRowConsumer
{
    private readonly RecordBatch batch = new();

    /// <summary>The rows: a text or null for a property, a list of rows for related nodes.</summary>
    public List<object?[]> Rows { get; } = [];

    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        batch.Clear();
        Rows.Add(Read(ref row, selection));
    }

    /// <summary>The related nodes of a row.</summary>
    public static IReadOnlyList<object?[]> Related(object?[] row, int column) => (List<object?[]>)row[column]!;

    private object?[] Read<TReader>(ref TReader row, Selection asked)
        where TReader : IValueReader, allows ref struct
    {
        var values = new object?[asked.Columns.Count];
        row.EnterList();
        for (var i = 0; i < values.Length; i++)
        {
            row.MoveNext();
            if (asked.Columns[i] is RelatedListColumn related) values[i] = List(ref row, related.Selection);
            else
            {
                row.ReadCell(batch, ((PropertyColumn)asked.Columns[i]).Property.Property.Form, out var cell);
                values[i] = cell.Kind == CellKind.Text ? batch.Text(cell) : null;
            }
        }

        row.LeaveList();
        return values;
    }

    private List<object?[]> List<TReader>(ref TReader row, Selection asked)
        where TReader : IValueReader, allows ref struct
    {
        var rows = new List<object?[]>();
        if (row.ReadNull()) return rows;
        row.EnterList();
        while (row.MoveNext()) rows.Add(Read(ref row, asked));
        return rows;
    }

    /// <summary>A column with a property of the node at hand.</summary>
    public static PropertyColumn Of(EntityType type, string property) => new(new(Subject.Node, type.FindProperty(property)!));

    /// <summary>A column with related nodes, in the order of their ids.</summary>
    public static RelatedListColumn Of(RelationshipField field, params IReadOnlyList<Column> columns) =>
        new(field, null, [new PropertySort(new(Subject.Node, field.Target.Id), Descending: false)], Page.Whole, new(columns));
}
