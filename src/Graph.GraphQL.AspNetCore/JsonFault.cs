using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Graph.GraphQL.AspNetCore;

/// <summary>Says what is wrong with a body that could not be read as JSON, and where.</summary>
internal static class JsonFault
{
    /// <summary>Deepest nesting that is read, the customary one: variables nested deeper are refused long before by what they are for.</summary>
    public const int MostDepth = 64;

    /// <summary>A sentence for a body that reading has refused; reads it once more, so only for those.</summary>
    public static string Explain(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MostDepth)
                    return HttpMessages.TooDeep(MostDepth, Line(body, reader.TokenStartIndex), Column(body, reader.TokenStartIndex));
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Text(body, reader) is { } message) return message;
            }
        }
        catch (JsonException fault)
        {
            return HttpMessages.NotJson((fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1);
        }

        return HttpMessages.NotJson(1, 1);
    }

    private static string? Text(ReadOnlySpan<byte> body, in Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex + 1;
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            var at = start + FirstInvalid(reader.ValueSpan);
            return HttpMessages.NotUtf8(Line(body, at), Column(body, at));
        }

        if (!reader.ValueIsEscaped || HalfOfPair(reader.ValueSpan) is not { } half) return null;
        return HttpMessages.HalfOfPair(System.Text.Encoding.ASCII.GetString(reader.ValueSpan.Slice(half, EscapeLength)), Line(body, start + half), Column(body, start + half));
    }

    private const int EscapeLength = 6;

    /// <summary>Where an escape stands that is one half of a surrogate pair without the other; null for nowhere.</summary>
    private static int? HalfOfPair(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') continue;
            if (text[i + 1] != 'u')
            {
                i++;
                continue;
            }

            var code = Code(text[(i + 2)..]);
            if (char.IsLowSurrogate(code)) return i;
            if (char.IsHighSurrogate(code))
            {
                var rest = text[(i + EscapeLength)..];
                if (rest.Length < EscapeLength || rest[0] != '\\' || rest[1] != 'u' || !char.IsLowSurrogate(Code(rest[2..]))) return i;
                i += EscapeLength;
            }

            i += EscapeLength - 1;
        }

        return null;
    }

    private static char Code(ReadOnlySpan<byte> digits) => (char)ushort.Parse(digits[..4], System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && System.Text.Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done) at += length;
        return at;
    }

    private static long Line(ReadOnlySpan<byte> body, long at) => body[..(int)at].Count((byte)'\n') + 1;

    private static long Column(ReadOnlySpan<byte> body, long at) => at - body[..(int)at].LastIndexOf((byte)'\n');
}
