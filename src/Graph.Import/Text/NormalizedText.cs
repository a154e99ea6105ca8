using System.Security.Cryptography;
using System.Text;
using Graph.Model.Text;

namespace Graph.Import.Text;

/// <summary>
/// A document's text as offsets refer to it: form C, lines ending in <c>\n</c>, no byte-order mark, nothing else changed.
/// </summary>
internal sealed class NormalizedText
{
    private FoldedText? folded;

    private NormalizedText(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>The text as eyes read it: made when a first quote is missing, and kept for the others.</summary>
    public FoldedText Folded => folded ??= new(Value);

    /// <summary>SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));

    /// <summary>Normalizes a text.</summary>
    public static NormalizedText Of(string text) => new(Normalize(text));

    /// <summary>The same normalization for a quote, a prefix, a name.</summary>
    public static string Normalize(string text)
    {
        if (text.StartsWith('\uFEFF')) text = text[1..];
        if (text.Contains('\r')) text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        return NormalizationFormC.Normalize(text);
    }

    /// <summary>How many code points lie before a UTF-16 index.</summary>
    public int CodePointsBefore(int index)
    {
        var points = index;
        foreach (var unit in Value.AsSpan(0, index))
            if (char.IsLowSurrogate(unit)) points--;
        return points;
    }
}
