using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Graph.GraphQL.AspNetCore;

/// <summary>Says what is wrong with a text that could not be read as JSON, and where.</summary>
internal static class JsonFault
{
    /// <summary>A sentence for JSON that reading has refused; reads it once more, so only for those.</summary>
    /// <param name="json">The whole text.</param>
    /// <param name="what">What it is, as a sentence begins.</param>
    public static string Explain(ReadOnlySpan<byte> json, string what)
    {
        var found = Find(json, what, out var notJson);
        return found ?? HttpMessages.NotJson(what, (notJson?.LineNumber ?? 0) + 1, (notJson?.BytePositionInLine ?? 0) + 1);
    }

    /// <summary>What is wrong with what would else be JSON (too deep, not Unicode, a key twice); null for nothing, or where it is none.</summary>
    public static string? Find(ReadOnlySpan<byte> json, string what) => Find(json, what, out _);

    private static string? Find(ReadOnlySpan<byte> json, string what, out JsonException? notJson)
    {
        notJson = null;
        try
        {
            return Read(json, what);
        }
        catch (JsonException fault)
        {
            notJson = fault;
            return null;
        }
    }

    private static string? Read(ReadOnlySpan<byte> json, string what)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var keys = new Stack<HashSet<string>>();
        string? repeated = null;
        while (reader.Read())
        {
            var at = (int)reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= FixedHttpLimits.MaxJsonDepth)
                return HttpMessages.TooDeep(what, FixedHttpLimits.MaxJsonDepth, Line(json, at), Column(json, at));
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && NoText(json, reader, what) is { } message) return message;
            if (reader.TokenType == JsonTokenType.StartObject) keys.Push(new(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject) keys.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && !keys.Peek().Add(reader.GetString()!))
                repeated ??= HttpMessages.KeyRepeated(what, reader.GetString()!, Line(json, at), Column(json, at));
        }

        // Last, for what repeats a key may be of no interest where something else is wrong.
        return repeated;
    }

    private static string? NoText(ReadOnlySpan<byte> json, in Utf8JsonReader reader, string what)
    {
        var start = (int)reader.TokenStartIndex + 1;
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            var at = start + FirstInvalid(reader.ValueSpan);
            return HttpMessages.NotUtf8(what, Line(json, at), Column(json, at));
        }

        if (!reader.ValueIsEscaped || JsonText.HalfOfPair(reader.ValueSpan) is not { } half) return null;
        return HttpMessages.HalfOfPair(what, JsonText.EscapeAt(reader.ValueSpan, half), Line(json, start + half), Column(json, start + half));
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && System.Text.Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static long Line(ReadOnlySpan<byte> json, int at) => json[..at].Count((byte)'\n') + 1;

    private static long Column(ReadOnlySpan<byte> json, int at) => at - json[..at].LastIndexOf((byte)'\n');
}
