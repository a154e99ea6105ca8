using Graph.Model.Records;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Binds the values of a record in the form in which the tables keep them.</summary>
internal static class Cells
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
                statement.Bind(index, cell.Day);
                break;
            case CellKind.DateTime:
                statement.Bind(index, cell.Instant);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(cell), cell.Kind, "Unknown kind of cell.");
        }
    }
}
