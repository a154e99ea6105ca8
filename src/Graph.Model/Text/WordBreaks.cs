using System.Globalization;
using System.Text;

namespace Graph.Model.Text;

/// <summary>A word of a text, by its place in UTF-16 units.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, excluded.</param>
/// <param name="IsSign">A sign of a script that is written without spaces, which is a word by itself.</param>
public readonly record struct WordPlace(int Start, int End, bool IsSign);

/// <summary>
/// Where the words of a text are: runs of letters, digits and the marks on them. Signs of Chinese and Japanese, of Thai, Lao, Burmese
/// and Khmer, which are written without spaces, are words each. An apostrophe between letters is part of the word, as in
/// <c>O'Brien</c> and <c>Слов'янськ</c>, unless only an s follows, as in <c>Russia's</c>. Signs that nobody sees, such as the soft hyphens of a
/// web page, part no word.
/// </summary>
public static class WordBreaks
{
    // Blocks of scripts without spaces, by first and last code point.
    private static readonly (int First, int Last)[] Unspaced =
    [
        (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
        (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF),
    ];

    /// <summary>The words, in their order.</summary>
    public static List<WordPlace> Of(ReadOnlySpan<char> text)
    {
        var words = new List<WordPlace>();
        var at = 0;
        while (at < text.Length)
        {
            var rune = RuneAt(text, at, out var length);
            if (!IsOfWord(rune))
            {
                at += length;
                continue;
            }

            var start = at;
            var isSign = IsUnspaced(rune);
            for (at += length; at < text.Length; at += length)
            {
                rune = RuneAt(text, at, out length);
                if (IsMark(rune) || IsInvisible(rune)) continue;
                if (isSign || !(IsOfWord(rune) ? !IsUnspaced(rune) : IsApostrophe(rune) && Joins(text, at + length))) break;
            }

            words.Add(new(start, at, isSign));
        }

        return words;
    }

    /// <summary>Any of the signs that are written as an apostrophe.</summary>
    public static bool IsApostrophe(Rune rune) => rune.Value is '\'' or 0x2018 or 0x2019 or 0x02BC;

    /// <summary>
    /// A sign that is not seen and parts nothing, such as a soft hyphen or a mark of the direction of writing. Two that are not seen do part words:
    /// U+200B in Khmer and Thai, and U+200C in Persian, where others write a space.
    /// </summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is not (0x200B or 0x200C) && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static Rune RuneAt(ReadOnlySpan<char> text, int at, out int length)
    {
        Rune.DecodeFromUtf16(text[at..], out var rune, out length);
        return rune;
    }

    private static bool Joins(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length) return false;
        var next = RuneAt(text, at, out var length);
        if (!Rune.IsLetter(next) || IsApostrophe(next) || IsUnspaced(next)) return false;
        if (next.Value is not ('s' or 'S')) return true;
        return at + length < text.Length && IsOfWord(RuneAt(text, at + length, out _));
    }

    private static bool IsOfWord(Rune rune) => (Rune.IsLetter(rune) && !IsApostrophe(rune)) || IsNumber(rune);

    private static bool IsNumber(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsUnspaced(Rune rune)
    {
        if (rune.Value < Unspaced[0].First) return false;
        foreach (var (first, last) in Unspaced)
            if (rune.Value >= first && rune.Value <= last) return true;
        return false;
    }
}
