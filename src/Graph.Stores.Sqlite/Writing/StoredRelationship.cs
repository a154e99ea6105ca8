using Graph.Model.Records;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>A relationship as it is, or was, stored.</summary>
/// <param name="Start">The key of the node it starts at.</param>
/// <param name="End">The key of the node it ends at.</param>
/// <param name="Sources">Who asserts it.</param>
/// <param name="Batch">Holds the text of the cells.</param>
/// <param name="Cells">Its values.</param>
internal readonly record struct StoredRelationship(long Start, long End, string? Sources, RecordBatch Batch, Cell[] Cells)
{
    /// <summary>The columns from which <see cref="All"/> reads.</summary>
    public static string Columns(RelationshipTable table) => string.Join(
        ", ", new[] { RelationshipTable.Start, RelationshipTable.End, Definitions.SourcesColumn }.Concat(table.Columns.Select(column => column.Name))
            .Select(Quote));

    /// <summary>All rows. Makes the statement ready again.</summary>
    public static List<StoredRelationship> All(Statement rows, RelationshipTable table)
    {
        List<StoredRelationship> found = [];
        try
        {
            RecordBatch? batch = null;
            while (rows.Step())
            {
                batch ??= new();
                found.Add(new(
                    rows.Int64(0), rows.Int64(1), rows.Text(2), batch, StoredCells.Of(rows, 3, table.Type.Properties?.Properties ?? [], batch)));
            }

            return found;
        }
        finally
        {
            rows.Reset();
        }
    }
}
