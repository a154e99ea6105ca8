using System.Collections;
using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Stored values as cells of a batch: the other way of <see cref="Cells"/>.</summary>
internal static class StoredCells
{
    /// <summary>The next values of a row, one a property.</summary>
    public static Cell[] Read(ref PackStreamReader row, IReadOnlyList<Property> properties, RecordBatch batch)
    {
        var cells = new Cell[properties.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = Of(row.ReadValue(), properties[i], batch);
        return cells;
    }

    // What is not of the property's form, in a database of other origin, is no value.
    private static Cell Of(object? value, Property property, RecordBatch batch)
    {
        if (property.IsList) return value is IEnumerable items and not string ? List(items, batch) : Cell.Null;
        return (property.Kind, value) switch
        {
            (ScalarKind.Int or ScalarKind.BigInt, long number) => Cell.Of(number),
            (ScalarKind.Float, double number) => Cell.Of(number),
            (ScalarKind.Float, long number) => Cell.Of((double)number),
            (ScalarKind.Boolean, bool truth) => Cell.Of(truth),
            (ScalarKind.Date, DateOnly day) => Cell.Of(day),
            (ScalarKind.DateTime, DateTimeOffset instant) => Cell.Of(instant),
            (ScalarKind.Id or ScalarKind.String or ScalarKind.Enum, string text) => batch.AddText(text),
            (ScalarKind.Id, long number) => batch.AddText(Encoding.UTF8.GetBytes(number.ToString())),
            _ => Cell.Null,
        };
    }

    private static Cell List(IEnumerable items, RecordBatch batch)
    {
        var json = new ListJson();
        foreach (var item in items) json.Add(item);
        return batch.AddText(json.Close(), CellKind.List);
    }
}
