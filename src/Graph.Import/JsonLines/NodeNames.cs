using System.Text;
using System.Text.Json;
using Graph.Import.Pipeline;
using Graph.Model.Text;

namespace Graph.Import.JsonLines;

/// <summary>What a rejected record is called, if it is no relationship: read from its text as far as that can be read.</summary>
internal static class NodeNames
{
    /// <summary>Notes the number and the own id of a rejected node.</summary>
    public static void Note(ReadOnlySpan<byte> record, RecordPosition position, RejectedNodes rejected)
    {
        foreach (var name in Of(record)) rejected.Note(position, Encoding.UTF8.GetBytes(NormalizationFormC.Normalize(name)));
    }

    private static List<string> Of(ReadOnlySpan<byte> record)
    {
        var names = new List<string>();
        var reader = new Utf8JsonReader(record);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return [];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = RecordShape.FieldOf(ref reader);
                reader.Read();
                if (field is RecordField.Start or RecordField.End) return [];
                if (field == RecordField.Type && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("relationship"u8)) return [];
                if (field == RecordField.Id) Add(ref reader, names);
                if (field == RecordField.Properties && reader.TokenType == JsonTokenType.StartObject) AddOwn(ref reader, names);
                else reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What stands before the fault is known.
        }

        return names;
    }

    private static void AddOwn(ref Utf8JsonReader reader, List<string> names)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId) Add(ref reader, names);
            reader.Skip();
        }
    }

    private static void Add(ref Utf8JsonReader reader, List<string> names)
    {
        if (reader.TokenType == JsonTokenType.String) names.Add(reader.GetString()!);
        else if (reader.TokenType == JsonTokenType.Number) names.Add(Encoding.UTF8.GetString(reader.ValueSpan));
    }
}
