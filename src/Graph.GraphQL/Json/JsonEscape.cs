using System.Buffers;
using System.Globalization;
using System.Text;

namespace Graph.GraphQL.Json;

/// <summary>What JSON demands to be escaped in a text (RFC 8259, section 7), and nothing else: quotes, backslashes and control characters.</summary>
internal static class JsonEscape
{
    private static readonly char[] Escaped = [.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\'];

    /// <summary>The characters that are escaped.</summary>
    public static readonly SearchValues<char> Characters = SearchValues.Create(Escaped);

    /// <summary>The same as bytes of UTF-8.</summary>
    public static readonly SearchValues<byte> Bytes = SearchValues.Create([.. Escaped.Select(character => (byte)character)]);

    private static readonly byte[][] Texts =
        [.. Enumerable.Range(0, '\\' + 1).Select(code => Encoding.UTF8.GetBytes(Text((char)code)))];

    /// <summary>What stands in the JSON for one of the characters.</summary>
    public static ReadOnlySpan<byte> Of(char character) => Texts[character];

    private static string Text(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
