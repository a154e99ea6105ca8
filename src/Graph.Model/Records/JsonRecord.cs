using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Model.Records;

/// <summary>The parts that records have in common where they are written as JSON Lines; text of any script stands as it is.</summary>
public static class JsonRecord
{
    /// <summary>Writes <c>"labels":[…]</c>.</summary>
    public static void Labels(ResponseBuffer json, NodeType type)
    {
        json.WriteRaw("\"labels\":["u8);
        for (var i = 0; i < type.Labels.Count; i++)
        {
            if (i > 0) json.WriteByte((byte)',');
            json.WriteString(type.Labels[i]);
        }

        json.WriteByte((byte)']');
    }

    /// <summary>Writes <c>"properties":{…}</c>; one without a value is left out.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="batch">Holds the text of the cells.</param>
    /// <param name="properties">The properties, one a cell.</param>
    /// <param name="cells">Their values.</param>
    public static void Properties(ResponseBuffer json, RecordBatch batch, IReadOnlyList<Property> properties, ReadOnlySpan<Cell> cells)
    {
        json.WriteRaw("\"properties\":{"u8);
        var isFirst = true;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Kind == CellKind.Null) continue;
            if (!isFirst) json.WriteByte((byte)',');
            isFirst = false;
            json.WriteString(properties[i].Name);
            json.WriteByte((byte)':');
            Value(json, batch, cells[i]);
        }

        json.WriteByte((byte)'}');
    }

    /// <summary>Writes <c>{…}</c> with the values of a record but its id; one without a value is left out.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="batch">Holds the text of the cells.</param>
    /// <param name="properties">The properties, one a cell.</param>
    /// <param name="cells">Their values.</param>
    /// <param name="stamp">The import stamp, where the record has none; a null cell: none.</param>
    public static void Values(ResponseBuffer json, RecordBatch batch, IReadOnlyList<Property> properties, ReadOnlySpan<Cell> cells, in Cell stamp)
    {
        json.WriteByte((byte)'{');
        var isFirst = true;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i].Kind == CellKind.Null && properties[i].IsImportStamp ? stamp : cells[i];
            if (cell.Kind == CellKind.Null || properties[i].Name == "id") continue;
            if (!isFirst) json.WriteByte((byte)',');
            isFirst = false;
            json.WriteString(properties[i].Name);
            json.WriteByte((byte)':');
            Value(json, batch, cell);
        }

        json.WriteByte((byte)'}');
    }

    private static void Value(ResponseBuffer json, RecordBatch batch, in Cell cell)
    {
        Span<byte> time = stackalloc byte[TimeText.DateTimeLength];
        switch (cell.Kind)
        {
            case CellKind.Text: json.WriteUtf8String(batch.Utf8(cell)); break;
            case CellKind.Integer: json.WriteInt64(cell.Number); break;
            case CellKind.Float: json.WriteDouble(cell.Double); break;
            case CellKind.Boolean: json.WriteBoolean(cell.Number != 0); break;
            case CellKind.Date:
                TimeText.Write(cell.Day, time);
                json.WriteUtf8String(time[..TimeText.DateLength]);
                break;
            case CellKind.DateTime:
                TimeText.Write(cell.Instant, time);
                json.WriteUtf8String(time);
                break;
            case CellKind.List: json.WriteRaw(batch.Utf8(cell)); break;
            default: json.WriteNull(); break;
        }
    }
}
