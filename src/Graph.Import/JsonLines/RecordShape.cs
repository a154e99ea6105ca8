using System.Text.Json;

namespace Graph.Import.JsonLines;

/// <summary>What the names of a record's fields tell, before it is parsed.</summary>
internal static class RecordShape
{
    /// <summary>The fields of a record.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["type", "id", "labels", "label", "properties", "start", "end"];

    /// <summary>The field whose name the reader stands on.</summary>
    public static RecordField FieldOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("type"u8) ? RecordField.Type
        : reader.ValueTextEquals("id"u8) ? RecordField.Id
        : reader.ValueTextEquals("labels"u8) ? RecordField.Labels
        : reader.ValueTextEquals("label"u8) ? RecordField.Label
        : reader.ValueTextEquals("properties"u8) ? RecordField.Properties
        : reader.ValueTextEquals("start"u8) ? RecordField.Start
        : reader.ValueTextEquals("end"u8) ? RecordField.End
        : RecordField.None;

    /// <summary>Whether a record tells in its first field that it is a relationship.</summary>
    public static bool IsRelationship(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8)
                && reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("relationship"u8);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The columns of a row of a query: of an object in which nothing says that it is a node or a relationship. Otherwise null.</summary>
    public static IReadOnlyList<string>? Rows(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        var columns = new List<string>();
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                columns.Add(reader.GetString()!);
                reader.Read();
                if (columns[^1] == "type" && reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals("node"u8) || reader.ValueTextEquals("relationship"u8))) return null;
                reader.Skip();
            }

            return columns.Exists(name => !Fields.Contains(name)) ? columns : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
