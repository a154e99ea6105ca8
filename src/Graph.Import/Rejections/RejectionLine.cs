using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Import.Rejections;

/// <summary>A rejected record as a line of JSON: where it stands, what is wrong with it, and the record itself.</summary>
internal static class RejectionLine
{
    /// <summary>Characters of a record written: enough to know it by, so that a line of 16 MB is not written twice.</summary>
    private const int MaxRecordLength = 64 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, Rejection rejection)
    {
        using (var json = new Utf8JsonWriter(output, Plain)) Write(json, rejection);
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Rejection rejection)
    {
        json.WriteStartObject();
        json.WriteString("file", rejection.File);
        Write(json, rejection.Faults[0]);
        if (rejection.Faults.Count > 1)
        {
            json.WriteStartArray("more");
            foreach (var fault in rejection.Faults.Skip(1))
            {
                json.WriteStartObject();
                Write(json, fault);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WritePropertyName("record");
        if (rejection.Record is null) json.WriteNullValue();
        else if (rejection.Record.Length <= MaxRecordLength && IsJson(rejection.Record)) json.WriteRawValue(rejection.Record);
        else json.WriteStringValue(rejection.Record.Length <= MaxRecordLength ? rejection.Record : rejection.Record[..MaxRecordLength] + "…");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Fault fault)
    {
        json.WriteNumber("line", fault.Line);
        json.WriteNumber("column", fault.Column);
        json.WriteString("reason", fault.Message);
    }

    private static bool IsJson(string record)
    {
        // Rows of tables are told apart by their first sign: a fault thrown for each of a million takes minutes.
        if (record.AsSpan().TrimStart() is not ['{' or '[', ..]) return false;
        try
        {
            using var document = JsonDocument.Parse(record);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
