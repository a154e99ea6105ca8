using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Stored values as cells of a batch: the other way of <see cref="Cells"/>.</summary>
internal static class StoredCells
{
    /// <summary>The first text of the first row; null for no row or no value. Makes the statement ready again.</summary>
    public static string? FirstText(Statement row)
    {
        try
        {
            return row.Step() && !row.IsNull(0) ? Encoding.UTF8.GetString(row.Utf8(0)) : null;
        }
        finally
        {
            row.Reset();
        }
    }

    /// <summary>The first row, which has a column a property. Makes the statement ready again.</summary>
    public static Cell[] First(Statement row, IReadOnlyList<Property> properties, RecordBatch batch)
    {
        try
        {
            return row.Step() ? Of(row, 0, properties, batch) : new Cell[properties.Count];
        }
        finally
        {
            row.Reset();
        }
    }

    /// <summary>The values of the columns from one on, a column a property.</summary>
    public static Cell[] Of(Statement row, int first, IReadOnlyList<Property> properties, RecordBatch batch) =>
        [.. properties.Select((property, i) => Of(row, first + i, property, batch))];

    /// <summary>The value of a column; a time that another program has damaged is none.</summary>
    public static Cell Of(Statement row, int column, Property property, RecordBatch batch)
    {
        if (row.IsNull(column)) return Cell.Null;
        if (property.IsList) return batch.AddText(row.Utf8(column), CellKind.List);
        switch (property.Kind)
        {
            case ScalarKind.Int or ScalarKind.BigInt: return Cell.Of(row.Int64(column));
            case ScalarKind.Boolean: return Cell.Of(row.Int64(column) != 0);
            case ScalarKind.Float: return Cell.Of(row.Double(column));
            case ScalarKind.Date: return ScalarText.TryDay(row.Utf8(column), out var day) ? Cell.Of(day) : Cell.Null;
            case ScalarKind.DateTime: return ScalarText.TryInstant(row.Utf8(column), out var instant) ? Cell.Of(instant) : Cell.Null;
            default: return batch.AddText(row.Utf8(column));
        }
    }
}
