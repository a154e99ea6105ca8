using System.Globalization;

namespace Graph.Extraction.Text;

/// <summary>Cuts a stretch of text into words, numbers and signs.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens between two UTF-16 indexes.</summary>
    public static List<Token> Cut(string text, int from, int until)
    {
        var tokens = new List<Token>((until - from) / 5 + 1);
        for (var at = from; at < until;)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter) || IsInvisible(letter))
            {
                at++;
                continue;
            }

            var end = IsWordPart(text, at) || IsAmount(text, at, until)
                ? WordEnd(text, at, until)
                : Suffix(text, at, until, tokens) ?? SignEnd(text, at, until);
            tokens.Add(Make(text, at, end));
            at = end;
        }

        return tokens;
    }

    /// <summary>Whether a character is a quotation mark; an apostrophe is one only where it stands alone.</summary>
    public static bool IsQuotationMark(char letter) => letter is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '‚' or '‟' or '＂';

    // A currency sign before digits.
    private static bool IsAmount(string text, int at, int until) =>
        at + 1 < until && char.GetUnicodeCategory(text[at]) == UnicodeCategory.CurrencySymbol && char.IsDigit(text[at + 1]);

    private static bool IsInvisible(char letter) => letter == '\u00AD' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or 'ʼ' or '‘';

    private static bool IsHyphen(char letter) => letter is '-' or '\u2010' or '\u2011' or '–';

    private static bool IsWordPart(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || char.IsSurrogatePair(text, Math.Min(at, text.Length - 2 < 0 ? 0 : at)) && char.IsLetterOrDigit(text, at)
        || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // An apostrophe with what follows a noun or pronoun: 's, 're, 've, 'll, 'd, 'm; or the apostrophe after a plural.
    private static int? Suffix(string text, int at, int until, List<Token> before)
    {
        if (!IsApostrophe(text[at]) || before.Count == 0 || before[^1].End != at || !before[^1].IsWord) return null;
        var end = at + 1;
        while (end < until && char.IsLetter(text[end])) end++;
        var rest = text.AsSpan(at + 1, end - at - 1);
        if (rest.Length == 0) return text[at - 1] is 's' or 'S' && text[at] != '‘' ? at + 1 : null;
        return IsSuffix(rest) ? end : null;
    }

    private static bool IsSuffix(ReadOnlySpan<char> rest) =>
        rest.Equals("s", StringComparison.OrdinalIgnoreCase) || rest is "re" or "ve" or "ll" or "d" or "m";

    private static int SignEnd(string text, int at, int until)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < until) return at + 2;
        if (text[at] is not ('.' or '-')) return at + 1;
        var end = at + 1;
        while (end < until && text[end] == text[at]) end++;
        return end;
    }

    private static int WordEnd(string text, int at, int until)
    {
        int end = at, visible = at;
        while (end < until)
        {
            var letter = text[end];
            if (IsWordPart(text, end) || IsInvisible(letter) || end == at)
            {
                end += char.IsHighSurrogate(letter) && end + 1 < until ? 2 : 1;
                if (!IsInvisible(letter)) visible = end;
                continue;
            }

            if (end + 1 >= until || !IsInside(text, at, end, until)) break;
            end++;
        }

        end = visible;
        if (end < until && text[end] is '%' && char.IsDigit(text[end - 1])) return end + 1;
        if (end < until && text[end] == '.' && IsAbbreviation(text, at, end, until)) end++;
        return end;
    }

    // A sign between two letters or digits that belongs to the word: well-known, O’Brien, U.S, 1,000.
    private static bool IsInside(string text, int from, int at, int until)
    {
        var (before, sign, after) = (text[at - 1], text[at], text[at + 1]);
        if (IsHyphen(sign))
            return char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after) && (sign != '–' || char.IsUpper(after) || char.IsDigit(after));
        if (IsApostrophe(sign))
        {
            if (!char.IsLetter(before) || !char.IsLetter(after)) return false;
            var end = at + 1;
            while (end < until && char.IsLetter(text[end])) end++;
            return !IsSuffix(text.AsSpan(at + 1, end - at - 1));
        }

        if (sign is '.' or ',' or ':')
            return char.IsDigit(before) && char.IsDigit(after)
                || sign == '.' && char.IsLetter(after) && (OneLetter(text, from, at) || char.IsLower(after) && char.IsLetter(before));
        return sign == '&' && char.IsUpper(before) && char.IsUpper(after);
    }

    // Whether a single letter stands before the dot: U.S, J.
    private static bool OneLetter(string text, int from, int dot) => dot - 1 == from || dot - 2 >= from && text[dot - 2] is '.' or '-';

    private static bool IsAbbreviation(string text, int from, int dot, int until)
    {
        if (char.IsLetter(text[dot - 1]) && OneLetter(text, from, dot)) return dot - 1 > from || char.IsUpper(text[from]) && text[from] != 'I';
        if (dot - from > 5 || dot + 1 >= until) return false;
        Span<char> lower = stackalloc char[dot - from];
        text.AsSpan(from, dot - from).ToLowerInvariant(lower);
        return Lexicon.Shared.Find(lower) is { } word && word.Is(WordClass.Abbreviation)
            && !lower.SequenceEqual("no");
    }

    private static Token Make(string text, int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        Span<char> visible = span.Length <= 256 ? stackalloc char[span.Length] : new char[span.Length];
        Span<char> lower = span.Length <= 256 ? stackalloc char[span.Length] : new char[span.Length];
        var length = 0;
        foreach (var letter in span)
        {
            if (IsInvisible(letter)) continue;
            visible[length] = letter;
            lower[length++] = IsApostrophe(letter) ? '\'' : IsHyphen(letter) ? '-' : char.ToLowerInvariant(letter);
        }

        if (length == 0) return new(start, end, "-", "-", null, false);
        var key = lower[..length];
        var isWord = char.IsLetterOrDigit(key[0]) || IsAmount(text, start, end) || char.IsSurrogate(key[0]) && char.IsLetterOrDigit(text, start);
        var word = Lexicon.Shared.Find(key.Length > 1 && key[^1] == '.' ? key[..^1] : key);
        if (word is null && isWord && !char.IsUpper(visible[0])) word = Lexicon.Shared.ByLastPart(key) ?? Lexicon.ByEnding(key);
        return new(start, end, new(visible[..length]), word?.Text.Length == length ? word.Text : new(key), word, isWord);
    }
}
