using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Model.Values;

/// <summary>A cell as JSON, and back without loss: how values are kept that are not in the graph.</summary>
public static class ValueJson
{
    /// <summary>The JSON of a cell that has a value.</summary>
    public static string Of(RecordBatch batch, in Cell cell)
    {
        if (cell.Kind == CellKind.List) return batch.Text(cell);
        var one = new ListJson();
        one.Add(batch, cell);
        return Encoding.UTF8.GetString(one.Close()[1..^1]);
    }

    /// <summary>The cell of a property whose JSON <see cref="Of"/> gave.</summary>
    public static Cell Cell(string json, Property property, RecordBatch batch)
    {
        if (property.IsList) return batch.AddText(json, CellKind.List);
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        switch (property.Kind)
        {
            case ScalarKind.Int or ScalarKind.BigInt: return Records.Cell.Of(value.GetInt64());
            case ScalarKind.Float: return Records.Cell.Of(value.GetDouble());
            case ScalarKind.Boolean: return Records.Cell.Of(value.GetBoolean());
            case ScalarKind.Date when ScalarText.TryDay(Encoding.UTF8.GetBytes(value.GetString()!), out var day): return Records.Cell.Of(day);
            case ScalarKind.DateTime when ScalarText.TryInstant(Encoding.UTF8.GetBytes(value.GetString()!), out var instant):
                return Records.Cell.Of(instant);
            case ScalarKind.Date or ScalarKind.DateTime: throw new UnreachableException($"{json} is kept for a {property.Kind}.");
            default: return batch.AddText(value.GetString());
        }
    }
}
