using System.Text.Json;
using Graph.Import.Pipeline;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Import.JsonLines;

/// <summary>A judgement as an export writes it: <c>{"type":"judgement","id":…,"other":…,"same":true,"because":…,"source":…,"at":…}</c>.</summary>
internal static class JudgementLine
{
    /// <summary>Bytes of a line in which its type stands.</summary>
    private const int FirstBytes = 40;

    /// <summary>The line is one: its first field says so.</summary>
    public static bool IsOne(ReadOnlySpan<byte> line)
    {
        // Few lines have the word at all, and none is parsed twice for it.
        if (line[..Math.Min(line.Length, FirstBytes)].IndexOf("judgement"u8) < 0) return false;
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8)
                && reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("judgement"u8);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Hands it over, or says what is wrong with it.</summary>
    public static Fault? Read(ReadOnlySpan<byte> line, RecordPlace place, RecordSink sink)
    {
        JsonElement json;
        try
        {
            json = JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return new(place.Line, place.Column, Messages.NotJson());
        }

        if (Text("id") is not { Length: > 0 } id || Text("other") is not { Length: > 0 } other || id == other
            || !json.TryGetProperty("same", out var same) || same.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return new(place.Line, place.Column, Messages.NoJudgement());
        sink.Judge(
            new(id, other, same.GetBoolean())
            {
                Because = Text("because"),
                Source = Text("source"),
                At = Text("at") is { } at && ScalarText.TryInstant(System.Text.Encoding.UTF8.GetBytes(at), out var instant) ? instant : default,
            },
            sink.Batch.Files[place.File]);
        return null;

        string? Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
