using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Model.Records;

/// <summary>The parts that records have in common where they are written as JSON Lines: labels and properties.</summary>
public static class JsonRecord
{
    /// <summary>Text of any script as it stands; control characters, and those that no terminal should be sent, escaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>"labels": […]</c>.</summary>
    public static void Labels(Utf8JsonWriter json, NodeType type)
    {
        json.WriteStartArray("labels"u8);
        foreach (var label in type.Labels) json.WriteStringValue(label);
        json.WriteEndArray();
    }

    /// <summary>Writes <c>"properties": {…}</c>; one without a value is left out.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="batch">Holds the text of the cells.</param>
    /// <param name="properties">The properties, one a cell.</param>
    /// <param name="cells">Their values.</param>
    public static void Properties(Utf8JsonWriter json, RecordBatch batch, IReadOnlyList<Property> properties, ReadOnlySpan<Cell> cells)
    {
        json.WriteStartObject("properties"u8);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Kind == CellKind.Null) continue;
            json.WritePropertyName(properties[i].Name);
            Value(json, batch, cells[i]);
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, RecordBatch batch, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text: json.WriteStringValue(batch.Utf8(cell)); break;
            case CellKind.Integer: json.WriteNumberValue(cell.Number); break;
            case CellKind.Float: json.WriteNumberValue(cell.Double); break;
            case CellKind.Boolean: json.WriteBooleanValue(cell.Number != 0); break;
            case CellKind.Date: json.WriteStringValue(TimeText.Of(cell.Day)); break;
            case CellKind.DateTime: json.WriteStringValue(TimeText.Of(cell.Instant)); break;
            case CellKind.List: json.WriteRawValue(batch.Utf8(cell)); break;
            default: json.WriteNullValue(); break;
        }
    }
}
