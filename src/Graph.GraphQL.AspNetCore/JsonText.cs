using System.Text.Json;
using System.Text.Unicode;

namespace Graph.GraphQL.AspNetCore;

/// <summary>JSON of a client, read strictly: what one reader takes for this and another for that is refused.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = FixedHttpLimits.MaxJsonDepth };

    /// <summary>Reads one value.</summary>
    /// <exception cref="JsonException">It is not JSON, or an object in it has a key twice.</exception>
    /// <exception cref="InvalidOperationException">A text in it is not Unicode.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        // Values are read lazily, each where it is needed; whether they are text must not depend on that.
        if (!Utf8.IsValid(utf8) || HalfOfPair(utf8) is not null) throw new InvalidOperationException("A text is not Unicode.");
        return JsonElement.Parse(utf8, Strict);
    }

    /// <summary>The escape at a place, such as <c>\ud800</c>.</summary>
    public static string EscapeAt(ReadOnlySpan<byte> json, int at) => System.Text.Encoding.ASCII.GetString(json.Slice(at, EscapeLength));

    /// <summary>Where an escape stands that is one half of a surrogate pair without the other; null for nowhere.</summary>
    public static int? HalfOfPair(ReadOnlySpan<byte> json)
    {
        for (var i = 0; json[i..].IndexOf((byte)'\\') is >= 0 and var next;)
        {
            i += next;
            if (CodeAt(json, i) is not { } code)
            {
                i = Math.Min(i + 2, json.Length);
                continue;
            }

            if (char.IsLowSurrogate(code)) return i;
            if (char.IsHighSurrogate(code))
            {
                if (CodeAt(json, i + EscapeLength) is not { } low || !char.IsLowSurrogate(low)) return i;
                i += EscapeLength;
            }

            i += EscapeLength;
        }

        return null;
    }

    /// <summary>The UTF-16 unit that an escape at a place stands for; null where none is.</summary>
    private static char? CodeAt(ReadOnlySpan<byte> json, int at)
    {
        if (json.Length < at + EscapeLength || json[at] != '\\' || json[at + 1] != 'u') return null;
        return ushort.TryParse(
            json.Slice(at + 2, 4),
            System.Globalization.NumberStyles.AllowHexSpecifier,
            System.Globalization.CultureInfo.InvariantCulture,
            out var code) ? (char)code : null;
    }
}
