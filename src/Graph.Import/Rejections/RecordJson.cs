using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Import.Yaml;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Import.Rejections;

/// <summary>Records as JSON again: those of a batch in the form that JSON Lines are read in, those of a dossier as they are written.</summary>
internal static class RecordJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A node of a batch.</summary>
    public static string Of(RecordBatch batch, in NodeEntry node)
    {
        var entry = node;
        return Write(json =>
        {
            json.WriteString("type", "node");
            json.WriteString("id", batch.Id(entry));
            Labels(json, entry.Type);
            Properties(json, batch, entry.Type.Properties, batch.Cells(entry));
        });
    }

    /// <summary>A relationship of a batch.</summary>
    public static string Of(RecordBatch batch, in RelationshipEntry relationship)
    {
        var entry = relationship;
        return Write(json =>
        {
            json.WriteString("type", "relationship");
            json.WriteString("label", entry.Type.Name);
            Properties(json, batch, entry.Type.Properties?.Properties ?? [], batch.Cells(entry));
            End(json, "start", entry.StartType, batch.Text(entry.Start));
            End(json, "end", entry.EndType, batch.Text(entry.End));
        });
    }

    /// <summary>A mapping of a dossier.</summary>
    public static string Of(YamlMap map) => Write(json => Fields(json, map));

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Labels(Utf8JsonWriter json, NodeType type)
    {
        json.WriteStartArray("labels");
        foreach (var label in type.Labels) json.WriteStringValue(label);
        json.WriteEndArray();
    }

    private static void End(Utf8JsonWriter json, string name, NodeType type, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        Labels(json, type);
        json.WriteEndObject();
    }

    private static void Properties(Utf8JsonWriter json, RecordBatch batch, IReadOnlyList<Property> properties, ReadOnlySpan<Cell> cells)
    {
        json.WriteStartObject("properties");
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

    private static void Fields(Utf8JsonWriter json, YamlMap map)
    {
        foreach (var field in map.Fields)
        {
            json.WritePropertyName(field.Name);
            Value(json, field.Value);
        }
    }

    private static void Value(Utf8JsonWriter json, YamlValue value)
    {
        switch (value)
        {
            case YamlText { IsNull: true }: json.WriteNullValue(); break;
            case YamlText text: json.WriteStringValue(text.Text); break;
            case YamlAlias alias: json.WriteStringValue("*" + alias.Name); break;
            case YamlList list:
                json.WriteStartArray();
                foreach (var item in list.Items) Value(json, item);
                json.WriteEndArray();
                break;
            case YamlMap map:
                json.WriteStartObject();
                Fields(json, map);
                json.WriteEndObject();
                break;
        }
    }
}
