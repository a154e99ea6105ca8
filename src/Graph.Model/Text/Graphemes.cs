using System.Globalization;

namespace Graph.Model.Text;

/// <summary>Where a text may be cut without breaking what a reader takes for one sign (UAX #29, extended grapheme clusters).</summary>
public static class Graphemes
{
    /// <summary>UTF-16 units looked back for a safe place to begin; no cluster that people write is nearly so long.</summary>
    private const int MaxLookBack = 512;

    /// <summary>The passage widened to whole signs; the passage itself where it begins and ends between signs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">UTF-16 units before the passage.</param>
    /// <param name="end">UTF-16 units up to its end, which is excluded.</param>
    public static (int Start, int End) Widen(string text, int start, int end)
    {
        var (first, _) = Around(text, start);
        var (from, to) = Around(text, end);
        return (first, from == end ? end : to);
    }

    /// <summary>The cluster that an index lies in or begins, as its first index and the one after its last; twice the length at the end.</summary>
    public static (int Start, int End) Around(string text, int index)
    {
        // There is a boundary before every ASCII character but a line feed.
        var least = Math.Max(0, index - MaxLookBack);
        var at = index;
        while (at > least && !(at < text.Length && char.IsAscii(text[at]) && text[at] != '\n' && at < index)) at--;
        while (at < text.Length)
        {
            var next = at + StringInfo.GetNextTextElementLength(text, at);
            if (next > index) return (at, next);
            at = next;
        }

        return (index, index);
    }
}
