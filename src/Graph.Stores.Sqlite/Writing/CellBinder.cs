using Graph.Model.Records;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Binds the values of a record in the form in which the tables keep them.</summary>
internal static class CellBinder
{
    public static void Bind(Statement statement, int index, RecordBatch batch, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Null:
                statement.BindNull(index);
                break;
            case CellKind.Text or CellKind.List:
                statement.Bind(index, batch.Utf8(cell));
                break;
            case CellKind.Integer or CellKind.Boolean:
                statement.Bind(index, cell.Number);
                break;
            case CellKind.Float:
                statement.Bind(index, cell.Double);
                break;
            case CellKind.Date:
                Span<byte> date = stackalloc byte[TimeText.DateLength];
                TimeText.Write(cell.Day, date);
                statement.Bind(index, date);
                break;
            case CellKind.DateTime:
                Span<byte> time = stackalloc byte[TimeText.DateTimeLength];
                TimeText.Write(cell.Instant, time);
                statement.Bind(index, time);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "Unknown kind of cell.");
        }
    }
}
