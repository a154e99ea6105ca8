using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Graph.Import.Text;

/// <summary>Signs that look like others or like nothing, and what people call them.</summary>
internal static class LookAlikes
{
    private const string Cyrillic =
        "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u051B\u051D\u0410\u0412\u0415\u041A"
        + "\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405";
    private const string CyrillicAsLatin = "aeopcyxijshdqwABEKMHOPCTYXIJS";
    private const string Greek =
        "\u03BF\u03BD\u03B1\u03C1\u03C5\u03B9\u03BA\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
    private const string GreekAsLatin = "ovapuikABEZHIKMNOPTYX";
    private const string Dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
    private const string SingleMarks = "\u2018\u2019\u201A\u201B\u2032\u0060\u00B4\u02BC\u2039\u203A";
    private const string DoubleMarks = "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB";

    /// <summary>Numerals and letters of mathematics that stand alone, and what they look like.</summary>
    private const string Letters = "\u2160\u2164\u2169\u216C\u216D\u216E\u216F\u2170\u2174\u2179\u217C\u217D\u217E\u217F"
        + "\u2102\u210A\u210B\u210C\u210D\u210E\u2110\u2111\u2112\u2115\u2118\u2119\u211A\u211B\u211C\u211D\u2124\u2128"
        + "\u212C\u212D\u212F\u2130\u2131\u2133\u2134\u2139";
    private const string LettersAsLatin = "IVXLCDMivxlcdm" + "CgHHHhIILNpPQRRRZZBCeEFMoi";

    private static readonly FrozenDictionary<char, string> Folds = Cyrillic.Zip(CyrillicAsLatin)
        .Concat(Greek.Zip(GreekAsLatin))
        .Concat(Letters.Zip(LettersAsLatin))
        .Concat(Dashes.Select(dash => (dash, '-')))
        .Concat(SingleMarks.Select(mark => (mark, '\'')))
        .Concat(DoubleMarks.Select(mark => (mark, '"')))
        .Concat(Enumerable.Range(0xFF01, 0x5E).Where(code => code != 0xFF0D).Select(code => ((char)code, (char)(code - 0xFEE0))))
        .Select(pair => (pair.Item1, pair.Item2.ToString()))
        .Concat([('\u2026', "..."), ('\uFB00', "ff"), ('\uFB01', "fi"), ('\uFB02', "fl"), ('\uFB03', "ffi"), ('\uFB04', "ffl"), ('\uFB06', "st")])
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
    public static bool IsSpace(Rune sign) => Rune.IsWhiteSpace(sign);

    /// <summary>
    /// A sign that shows nothing of itself: format and control characters, fillers, variation selectors, tags (Unicode's
    /// property Default_Ignorable_Code_Point, and the controls).
    /// </summary>
    public static bool IsInvisible(Rune sign) => sign.Value switch
    {
        < 0x7F => sign.Value < ' ' && !IsSpace(sign),
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => !IsSpace(sign) && Rune.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Control,
    };

    /// <summary>What a sign looks like, in ASCII where it can be; null where only like itself.</summary>
    public static string? Fold(Rune sign)
    {
        if (sign.Value < 0x80 && sign.Value != '`') return null;
        if (sign.IsBmp) return Folds.GetValueOrDefault((char)sign.Value);
        return MathematicalAlphabets.Plain(sign) is { } plain ? Folds.GetValueOrDefault(plain, plain.ToString()) : null;
    }

    /// <summary><c>U+00A0 (no-break space)</c>; of a letter its script and the letter.</summary>
    public static string Describe(Rune sign) => $"U+{sign.Value:X4} ({Name(sign)})";

    private static string Name(Rune sign)
    {
        if (sign.IsBmp && Names.TryGetValue((char)sign.Value, out var name)) return name;
        if (IsSpace(sign)) return "a white space";
        if (sign.Value is >= 0xE0000 and <= 0xE007F) return "a tag, which is not shown";
        if (IsInvisible(sign)) return "a sign that is not shown";
        return sign.Value switch
        {
            >= 'A' and <= 'Z' or >= 'a' and <= 'z' => $"Latin {sign}",
            >= 0x0370 and <= 0x03FF => $"Greek {sign}",
            >= 0x0400 and <= 0x052F => $"Cyrillic {sign}",
            >= 0xFB00 and <= 0xFB06 => $"ligature {sign}",
            >= 0xFF01 and <= 0xFF5E => $"full-width {sign}",
            >= MathematicalAlphabets.First and <= MathematicalAlphabets.Last => $"mathematical {sign}",
            _ => sign.ToString(),
        };
    }
}
