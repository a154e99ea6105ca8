using System.Collections.Frozen;
using System.Globalization;

namespace Graph.Import.Text;

/// <summary>Signs that look like others or like nothing, and what people call them.</summary>
internal static class LookAlikes
{
    private const string Cyrillic = "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u051B\u051D\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405";
    private const string CyrillicAsLatin = "aeopcyxijshdqwABEKMHOPCTYXIJS";
    private const string Greek = "\u03BF\u03BD\u03B1\u03C1\u03C5\u03B9\u03BA\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
    private const string GreekAsLatin = "ovapuikABEZHIKMNOPTYX";
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
    private const string SingleMarks = "\u2018\u2019\u201A\u201B\u2032\u0060\u00B4\u02BC\u2039\u203A";
    private const string DoubleMarks = "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB";

    private static readonly FrozenDictionary<char, char> Folds = Cyrillic.Zip(CyrillicAsLatin)
        .Concat(Greek.Zip(GreekAsLatin))
        .Concat(Dashes.Select(dash => (dash, '-')))
        .Concat(SingleMarks.Select(mark => (mark, '\'')))
        .Concat(DoubleMarks.Select(mark => (mark, '"')))
        .Concat(Enumerable.Range(0xFF01, 0x5E).Where(code => code != 0xFF0D).Select(code => ((char)code, (char)(code - 0xFEE0))))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>Names of signs that nobody sees, or that are hard to tell apart.</summary>
    private static readonly FrozenDictionary<char, string> Names = new Dictionary<char, string>
    {
        ['\t'] = "tab",
        ['\n'] = "line break",
        [' '] = "space",
        ['\u00A0'] = "no-break space",
        ['\u00AD'] = "soft hyphen",
        ['\u034F'] = "combining grapheme joiner",
        ['\u061C'] = "Arabic letter mark",
        ['\u2007'] = "figure space",
        ['\u2009'] = "thin space",
        ['\u200A'] = "hair space",
        ['\u200B'] = "zero-width space",
        ['\u200C'] = "zero-width non-joiner",
        ['\u200D'] = "zero-width joiner",
        ['\u200E'] = "left-to-right mark",
        ['\u200F'] = "right-to-left mark",
        ['\u2028'] = "line separator",
        ['\u2029'] = "paragraph separator",
        ['\u202F'] = "narrow no-break space",
        ['\u2060'] = "word joiner",
        ['\u3000'] = "ideographic space",
        ['\uFEFF'] = "zero-width no-break space, or byte-order mark",
        ['-'] = "hyphen-minus",
        ['\u2010'] = "hyphen",
        ['\u2011'] = "non-breaking hyphen",
        ['\u2012'] = "figure dash",
        ['\u2013'] = "en dash",
        ['\u2014'] = "em dash",
        ['\u2015'] = "horizontal bar",
        ['\u2212'] = "minus sign",
        ['\''] = "straight single quotation mark",
        ['"'] = "straight double quotation mark",
        ['\u2018'] = "left single quotation mark",
        ['\u2019'] = "right single quotation mark",
        ['\u201C'] = "left double quotation mark",
        ['\u201D'] = "right double quotation mark",
        ['\u201E'] = "low double quotation mark",
        ['\u00AB'] = "left guillemet",
        ['\u00BB'] = "right guillemet",
        ['\u02BC'] = "modifier letter apostrophe",
        ['\u2026'] = "ellipsis",
        ['.'] = "full stop",
    }.ToFrozenDictionary();

    /// <summary>White space of any kind, line ends among it.</summary>
    public static bool IsSpace(char unit) => char.IsWhiteSpace(unit);

    /// <summary>A sign that shows nothing of itself: format characters, variation selectors, other control characters.</summary>
    public static bool IsInvisible(char unit) =>
        !IsSpace(unit) && (char.GetUnicodeCategory(unit) is UnicodeCategory.Format or UnicodeCategory.Control || unit is '\u034F' or (>= '\uFE00' and <= '\uFE0F'));

    /// <summary>The sign of ASCII that looks like this one, or the sign itself.</summary>
    public static char Fold(char unit) => unit < '\u0080' && unit != '`' ? unit : Folds.GetValueOrDefault(unit, unit);

    /// <summary><c>U+00A0 (no-break space)</c>; of a letter its script and the letter.</summary>
    public static string Describe(char unit) => $"U+{(int)unit:X4} ({Name(unit)})";

    private static string Name(char unit)
    {
        if (Names.TryGetValue(unit, out var name)) return name;
        if (IsSpace(unit)) return "a white space";
        if (IsInvisible(unit)) return "a sign that is not shown";
        return unit switch
        {
            >= 'A' and <= 'Z' or >= 'a' and <= 'z' => $"Latin {unit}",
            >= '\u0370' and <= '\u03FF' => $"Greek {unit}",
            >= '\u0400' and <= '\u052F' => $"Cyrillic {unit}",
            >= '\uFF01' and <= '\uFF5E' => $"full-width {unit}",
            _ => unit.ToString(),
        };
    }
}
