using System.Buffers;
using Graph.GraphQL.Json;

namespace Graph.Export.Xml;

/// <summary>
/// Any text as a part of an XML name token, so that different texts are different tokens: letters and digits of ASCII, hyphens and
/// dots stand for themselves, every other byte of its UTF-8 is an underscore and two hexadecimal digits.
/// </summary>
internal static class NameToken
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);

    /// <summary>Writes the token of a text.</summary>
    public static void Write(ResponseBuffer output, ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAnyExcept(Plain) is >= 0 and var at)
        {
            output.WriteRaw(utf8[..at]);
            output.WriteByte((byte)'_');
            output.WriteByte("0123456789ABCDEF"u8[utf8[at] >> 4]);
            output.WriteByte("0123456789ABCDEF"u8[utf8[at] & 15]);
            utf8 = utf8[(at + 1)..];
        }

        output.WriteRaw(utf8);
    }
}
