using System.Text;
using System.Text.Json;
using Graph.Import.Sources;

namespace Graph.Import.JsonLines;

/// <summary>What the names of a record's fields tell, before it is parsed.</summary>
internal static class RecordShape
{
    /// <summary>The fields of a record.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["type", "id", "labels", "label", "properties", "start", "end"];

    /// <summary>The field whose name the reader stands on.</summary>
    public static RecordField FieldOf(ref Utf8JsonReader reader) =>
        !reader.ValueIsEscaped ? FieldOf(reader.ValueSpan)
        : FieldOf(Encoding.UTF8.GetBytes(reader.GetString()!));

    private static RecordField FieldOf(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("id"u8) => RecordField.Id,
        3 when name.SequenceEqual("end"u8) => RecordField.End,
        4 when name.SequenceEqual("type"u8) => RecordField.Type,
        5 when name.SequenceEqual("label"u8) => RecordField.Label,
        5 when name.SequenceEqual("start"u8) => RecordField.Start,
        6 when name.SequenceEqual("labels"u8) => RecordField.Labels,
        10 when name.SequenceEqual("properties"u8) => RecordField.Properties,
        _ => RecordField.None,
    };

    /// <summary>Whether a file begins with records: an object with a type that only they have, or the lists that hold them.</summary>
    public static bool IsOfRecords(ReadOnlySpan<byte> start) => JsonStart.Tell(start, mayBeArray: true, Look) ?? false;

    private static bool? Look(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("nodes"u8) || reader.ValueTextEquals("rels"u8)) return true;
        return reader.ValueTextEquals("type"u8) ? JsonStart.IsText(ref reader, "node"u8, "relationship"u8) : null;
    }

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

    /// <summary>
    /// The columns of a row of a query: of an object in which nothing says that it is a node or a relationship. A record is
    /// known by any of its fields, so that a name misspelt in it is told as that. Otherwise null.
    /// </summary>
    public static IReadOnlyList<string>? Rows(ReadOnlySpan<byte> record)
    {
        var reader = new Utf8JsonReader(record);
        var columns = new List<string>();
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = FieldOf(ref reader);
                columns.Add(reader.GetString()!);
                reader.Read();
                if (IsOfRecord(field, ref reader)) return null;
                reader.Skip();
            }

            return columns.Exists(name => !Fields.Contains(name)) ? columns : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether only a record has this field with such a value: a query may well name a column <c>id </c>, <c>type </c> or
    /// <c>label </c>.
    /// </summary>
    private static bool IsOfRecord(RecordField field, ref Utf8JsonReader value) => field switch
    {
        RecordField.Type => value.TokenType == JsonTokenType.String && (value.ValueTextEquals("node"u8) || value.ValueTextEquals("relationship"u8)),
        RecordField.Labels => value.TokenType == JsonTokenType.StartArray,
        RecordField.Properties or RecordField.Start or RecordField.End => value.TokenType == JsonTokenType.StartObject,
        _ => false,
    };
}
