using Graph.GraphQL.Json;
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
        using var json = new ResponseBuffer();
        json.WriteRaw("""{"type":"node","id":"""u8);
        json.WriteString(batch.Id(node));
        json.WriteByte((byte)',');
        JsonRecord.Labels(json, node.Type);
        json.WriteByte((byte)',');
        JsonRecord.Properties(json, batch, node.Type.Properties, batch.Cells(node));
        json.WriteByte((byte)'}');
        return json.ToString();
    }

    /// <summary>A relationship of a batch.</summary>
    public static string Of(RecordBatch batch, in RelationshipEntry relationship)
    {
        using var json = new ResponseBuffer();
        json.WriteRaw("""{"type":"relationship","label":"""u8);
        json.WriteString(relationship.Type.Name);
        json.WriteByte((byte)',');
        JsonRecord.Properties(json, batch, relationship.Type.Properties?.Properties ?? [], batch.Cells(relationship));
        json.WriteRaw(",\"start\":"u8);
        End(json, relationship.StartType, batch.Utf8(relationship.Start));
        json.WriteRaw(",\"end\":"u8);
        End(json, relationship.EndType, batch.Utf8(relationship.End));
        json.WriteByte((byte)'}');
        return json.ToString();
    }

    /// <summary>A mapping of a dossier.</summary>
    public static string Of(YamlMap map)
    {
        using var json = new ResponseBuffer();
        Write(json, map);
        return json.ToString();
    }

    private static void End(ResponseBuffer json, NodeType type, ReadOnlySpan<byte> id)
    {
        json.WriteRaw("{\"id\":"u8);
        json.WriteUtf8String(id);
        json.WriteByte((byte)',');
        JsonRecord.Labels(json, type);
        json.WriteByte((byte)'}');
    }

    private static void Write(ResponseBuffer json, YamlMap map)
    {
        json.WriteByte((byte)'{');
        for (var i = 0; i < map.Fields.Count; i++)
        {
            if (i > 0) json.WriteByte((byte)',');
            json.WriteString(map.Fields[i].Name);
            json.WriteByte((byte)':');
            Write(json, map.Fields[i].Value);
        }

        json.WriteByte((byte)'}');
    }

    private static void Write(ResponseBuffer json, YamlValue value)
    {
        switch (value)
        {
            case YamlText { IsNull: true }: json.WriteNull(); break;
            case YamlText text: json.WriteString(text.Text); break;
            case YamlAlias alias: json.WriteString("*" + alias.Name); break;
            case YamlMap map: Write(json, map); break;
            case YamlList list:
                json.WriteByte((byte)'[');
                for (var i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0) json.WriteByte((byte)',');
                    Write(json, list.Items[i]);
                }

                json.WriteByte((byte)']');
                break;
        }
    }
}
