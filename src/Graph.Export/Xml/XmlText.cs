using System.Buffers;
using Graph.GraphQL.Json;

namespace Graph.Export.Xml;

/// <summary>Text inside XML 1.0: what would be markup is escaped, and what XML forbids becomes U+FFFD and is counted.</summary>
/// <param name="output">Takes the bytes.</param>
internal sealed class XmlText(ResponseBuffer output)
{
    // U+FFFE and U+FFFF, the only forbidden ones above the control characters, begin with 0xEF.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'&', (byte)'<', (byte)'>', (byte)'"', 0xEF]);

    /// <summary>Characters that became U+FFFD.</summary>
    public long Changed { get; private set; }

    /// <summary>
    /// Writes text for between tags or quotation marks. Line ends and tabs are written as references, for a reader makes a space of
    /// them in an attribute, and of a carriage return a line feed anywhere.
    /// </summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny(Special) is >= 0 and var at)
        {
            output.WriteRaw(utf8[..at]);
            utf8 = utf8[(at + WriteSpecial(utf8[at..]))..];
        }

        output.WriteRaw(utf8);
    }

    private int WriteSpecial(ReadOnlySpan<byte> utf8)
    {
        switch (utf8[0])
        {
            case (byte)'&': output.WriteRaw("&amp;"u8); break;
            case (byte)'<': output.WriteRaw("&lt;"u8); break;
            case (byte)'>': output.WriteRaw("&gt;"u8); break;
            case (byte)'"': output.WriteRaw("&quot;"u8); break;
            case (byte)'\t': output.WriteRaw("&#9;"u8); break;
            case (byte)'\n': output.WriteRaw("&#10;"u8); break;
            case (byte)'\r': output.WriteRaw("&#13;"u8); break;
            case 0xEF when utf8 is not [_, 0xBF, 0xBE or 0xBF, ..]: output.WriteByte(0xEF); break;
            default:
                output.WriteRaw("\uFFFD"u8);
                Changed++;
                return utf8[0] == 0xEF ? 3 : 1;
        }

        return 1;
    }
}
