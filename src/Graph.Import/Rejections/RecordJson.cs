using System.Buffers;
using System.Text;
using System.Text.Json;
using Graph.Import.Yaml;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Rejections;

/// <summary>Records as JSON again: those of a batch in the form that JSON Lines are read in, those of a dossier as they are written.</summary>
internal static class RecordJson
{
    /// <summary>A node of a batch.</summary>
    public static string Of(RecordBatch batch, in NodeEntry node)
    {
        var entry = node;
        return Write(json =>
        {
            json.WriteString("type", "node");
            json.WriteString("id", batch.Id(entry));
            JsonRecord.Labels(json, entry.Type);
            JsonRecord.Properties(json, batch, entry.Type.Properties, batch.Cells(entry));
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
            JsonRecord.Properties(json, batch, entry.Type.Properties?.Properties ?? [], batch.Cells(entry));
            End(json, "start", entry.StartType, batch.Text(entry.Start));
            End(json, "end", entry.EndType, batch.Text(entry.End));
        });
    }

    /// <summary>A mapping of a dossier.</summary>
    public static string Of(YamlMap map) => Write(json => Fields(json, map));

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonRecord.Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void End(Utf8JsonWriter json, string name, NodeType type, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        JsonRecord.Labels(json, type);
        json.WriteEndObject();
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
