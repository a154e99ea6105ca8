using System.Globalization;
using Graph.Model.Text;

namespace Graph.Model.Search;

/// <summary>A part of a text with the words in it that were searched for.</summary>
/// <param name="Text">The part: what is left out at an end is told by <c>…</c>.</param>
/// <param name="Ranges">Where the words stand in it, in Unicode code points, ends excluded; in order, none within another.</param>
public sealed record Snippet(string Text, IReadOnlyList<(int Start, int End)> Ranges)
{
    /// <summary>Code points of a text that is shown whole: about two lines.</summary>
    public const int MaxLength = 200;

    /// <summary>Code points shown before the first word found in a longer text.</summary>
    public const int Before = 60;

    private const string Ellipsis = "…";

    /// <summary>The snippet of the first of the texts in which something stands that was searched for; null where nothing does.</summary>
    /// <param name="search">What was searched for.</param>
    /// <param name="role">What the property is to a search.</param>
    /// <param name="texts">The values of the property.</param>
    public static Snippet? Of(SearchText search, SearchRole role, IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
            if (Found(search, SearchTokens.IsName(role), text) is { Count: > 0 } found) return Cut(text, found);
        return null;
    }

    /// <summary>Where the words stand that were searched for, in UTF-16 units.</summary>
    private static List<(int Start, int End)> Found(SearchText search, bool isName, string text)
    {
        var places = WordBreaks.Of(text);
        var words = places.ConvertAll(place => WordForms.Of(text.AsSpan(place.Start..place.End)));
        var found = new List<(int Start, int End)>();
        foreach (var term in search.Wanted)
        {
            for (var i = 0; i < words.Count; i++)
            {
                if (Matches(term, isName, words, i)) found.Add((places[i].Start, places[i + term.Words.Count - 1].End));
                else if (Joined(term, places, words, i) is { } last) found.Add((places[i].Start, places[last].End));
                else if (term.AreSigns && Together(term, words, i) is { } end) found.Add((places[i].Start, places[end].End));
            }
        }

        return Merged(found);
    }

    private static bool Matches(SearchTerm term, bool isName, List<WordForms> words, int at)
    {
        if (at + term.Words.Count > words.Count) return false;
        if (term.Words is [var only]) return Meets(only, words[at], term.IsPrefix, isName);
        for (var i = 0; i < term.Words.Count; i++)
            if (term.Words[i].Key != words[at + i].Key) return false;
        return true;
    }

    private static bool Meets(WordForms asked, WordForms word, bool prefix, bool isName)
    {
        return asked.Keys.Any(key => word.Keys.Any(known => Is(known, key)))
            || (isName && asked.Loose is { } loose && (word.Keys.Any(known => Is(known, loose)) || (word.Loose is { } found && Is(found, loose))));

        bool Is(string known, string wanted) => prefix ? known.StartsWith(wanted, StringComparison.Ordinal) : known == wanted;
    }

    // Signs of the text that are one word of what was typed.
    private static int? Joined(SearchTerm term, List<WordPlace> places, List<WordForms> words, int at)
    {
        if (term.Words is not [var only] || !places[at].IsSign) return null;
        var key = words[at].Latin;
        for (var next = at + 1; next < at + SearchTokens.MostSignsInAWord && next < words.Count
            && SearchTokens.AreJoined(places[next - 1], places[next]); next++)
        {
            key += words[next].Latin;
            if (only.Keys.Any(asked => term.IsPrefix ? key.StartsWith(asked, StringComparison.Ordinal) : key == asked)) return next;
        }

        return null;
    }

    // Words of the text that are the signs typed, written as fewer words.
    private static int? Together(SearchTerm term, List<WordForms> words, int at)
    {
        var asked = string.Concat(term.Words.Select(word => word.Latin));
        var key = "";
        for (var next = at; next < words.Count && key.Length < asked.Length; next++)
        {
            key += words[next].Latin;
            if (key == asked) return next;
        }

        return null;
    }

    private static List<(int Start, int End)> Merged(List<(int Start, int End)> found)
    {
        found.Sort();
        var merged = new List<(int Start, int End)>();
        foreach (var range in found)
        {
            if (merged.Count > 0 && range.Start < merged[^1].End) merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, range.End));
            else merged.Add(range);
        }

        return merged;
    }

    // Between signs as people see them, so that no mark or half of a flag is torn off.
    private static Snippet Cut(string text, List<(int Start, int End)> found)
    {
        var borders = Borders(text);
        if (borders[^1].Points <= MaxLength) return Part(text, found, 0, text.Length);
        var first = borders.FindLast(border => border.At <= found[0].Start);
        var start = borders.Find(border => border.Points >= first.Points - Before);
        var end = borders.FindLast(border => border.Points <= start.Points + MaxLength);
        return Part(text, found, start.At, end.At > start.At ? end.At : text.Length);
    }

    private static Snippet Part(string text, List<(int Start, int End)> found, int start, int end)
    {
        var (before, after) = (start > 0 ? Ellipsis : "", end < text.Length ? Ellipsis : "");
        return new(before + text[start..end] + after,
        [
            .. found.Where(range => range.Start >= start && range.Start < end).Select(range => (
                before.Length + Length(text, start, range.Start),
                before.Length + Length(text, start, Math.Min(range.End, end)))),
        ]);
    }

    private static List<(int At, int Points)> Borders(string text)
    {
        List<(int At, int Points)> borders = [];
        var (at, points) = (0, 0);
        while (at < text.Length)
        {
            borders.Add((at, points));
            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            points += Length(text, at, next);
            at = next;
        }

        borders.Add((at, points));
        return borders;
    }

    private static int Length(string text, int start, int end)
    {
        var length = 0;
        foreach (var _ in text.AsSpan(start, end - start).EnumerateRunes()) length++;
        return length;
    }
}
