namespace Graph.Model.Text;

/// <summary>A part of a text. Places are counted in code points; ends are excluded.</summary>
/// <param name="Text">The part: whole signs, as a reader takes them.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Length">How long the text is.</param>
public sealed record Passage(string Text, int Start, int End, int Length)
{
    /// <summary>How much of the rest of a text that may not be told whole stands on either side of the words at most: one in so many.</summary>
    private const int PartOfTheRest = 4;

    /// <summary>The whole text.</summary>
    public static Passage Whole(string text)
    {
        var length = CodePoints(text);
        return new(text, 0, length, length);
    }

    /// <summary>
    /// Words and what stands around them, cut between signs. Of a text that may not be told whole it is less than half of the rest,
    /// however much is asked for.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the words begin.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="characters">How many code points are asked for on either side.</param>
    /// <param name="mayBeWhole">Whether the whole text may be told.</param>
    /// <returns>Null where the text is shorter than the words' place, or that is none.</returns>
    public static Passage? Around(string text, long start, long end, int characters, bool mayBeWhole)
    {
        var length = CodePoints(text);
        if (start < 0 || end < start || end > length) return null;
        var words = (int)(end - start);
        var most = mayBeWhole ? characters : Math.Min(characters, (length - words) / PartOfTheRest);
        var (first, last) = ((int)Math.Max(0, start - most), (int)Math.Min(length, end + most));
        var (from, wordsFrom) = (IndexOf(text, 0, first), IndexOf(text, 0, (int)start));
        var wordsUntil = IndexOf(text, wordsFrom, words);
        var until = IndexOf(text, wordsUntil, last - (int)end);
        var begin = Graphemes.Around(text, from);
        var finish = Graphemes.Around(text, until);
        // A sign that the cut would go through is left out, unless the words themselves begin or end in it.
        if (begin.Start < from) from = Math.Min(begin.End, wordsFrom);
        if (finish.Start < until) until = Math.Max(finish.Start, wordsUntil);
        var part = text[from..until];
        var at = CodePoints(text.AsSpan(0, from));
        return new(part, at, at + CodePoints(part), length);
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var points = text.Length;
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) points--;
        return points;
    }

    /// <summary>The UTF-16 index so many code points after another.</summary>
    private static int IndexOf(string text, int from, int points)
    {
        var index = from;
        for (; points > 0; points--) index += index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) ? 2 : 1;
        return index;
    }
}
