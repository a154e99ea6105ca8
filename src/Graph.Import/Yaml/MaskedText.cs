using System.Buffers;

namespace Graph.Import.Yaml;

/// <summary>
/// A text whose signs that the parser takes for more than they are stand under other characters. YAML 1.2 has two line
/// breaks, line feed and carriage return; the parser also breaks lines at those of YAML 1.1, and ends the file at U+0000.
/// Each sign is one UTF-16 unit and so is what it stands under: places stay right.
/// </summary>
internal sealed class MaskedText
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(sign => sign is not ('\t' or '\n' or '\r')),
         .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);

    private readonly Dictionary<char, char> signs = [];

    /// <summary>Masks a text.</summary>
    public MaskedText(string text)
    {
        Value = text;
        if (text.AsSpan().IndexOfAny(Signs) < 0) return;
        var free = Free(text).GetEnumerator();
        var masks = new Dictionary<char, char>();
        foreach (var sign in text.Where(Signs.Contains).Distinct())
        {
            // Without a free character the sign stays, and the parser says what it makes of it.
            if (!free.MoveNext()) break;
            masks[sign] = free.Current;
            signs[free.Current] = sign;
        }

        Value = Replace(text, masks);
    }

    /// <summary>The text for the parser.</summary>
    public string Value { get; }

    /// <summary>A part of what the parser gave, with its signs again.</summary>
    public string Restore(string part) => signs.Count == 0 ? part : Replace(part, signs);

    /// <summary>Characters without a meaning that the text does not use: of the private ones, then of the Hangul syllables.</summary>
    private static IEnumerable<char> Free(string text)
    {
        var used = text.ToHashSet();
        return Enumerable.Range(0xE000, 0x1900).Concat(Enumerable.Range(0xAC00, 0x2BA4)).Select(code => (char)code)
            .Where(code => !used.Contains(code));
    }

    private static string Replace(string text, Dictionary<char, char> by) => string.Create(text.Length, (text, by), static (units, state) =>
    {
        for (var i = 0; i < units.Length; i++) units[i] = state.by.GetValueOrDefault(state.text[i], state.text[i]);
    });
}
