namespace Graph.Import.Text;

/// <summary>How a quote differs from a passage that reads the same.</summary>
/// <param name="InText">The signs of the text there; empty where it has none.</param>
/// <param name="InQuote">The signs of the quote there; empty where it has none.</param>
/// <param name="Line">The text's line, from 1.</param>
/// <param name="Column">The column in code points, from 1.</param>
/// <param name="Others">How many more places differ.</param>
internal sealed record HiddenDifference(string InText, string InQuote, int Line, int Column, int Others)
{
    /// <summary>The first difference from the first passage that reads as the quote does; null where none does.</summary>
    public static HiddenDifference? Find(string text, string quote)
    {
        var (all, wanted) = (new FoldedText(text), new FoldedText(quote));
        var (first, last) = (0, wanted.Value.Length);
        while (first < last && wanted.Value[first] == ' ') first++;
        while (last > first && wanted.Value[last - 1] == ' ') last--;
        if (first == last) return null;
        var start = all.Value.IndexOf(wanted.Value[first..last], StringComparison.Ordinal);
        if (start < 0) return null;
        HiddenDifference? found = null;
        var places = 0;
        if (wanted[first].Start > 0) Differ(all[start].Start, "", quote[..wanted[first].Start]);
        for (var i = first; i < last; i++)
        {
            var ((from, to), (quoteFrom, quoteTo)) = (all[start + i - first], wanted[i]);
            var (there, here) = (text[from..to], quote[quoteFrom..quoteTo]);

            // What follows the last sign in the text is no part of the passage.
            if (i == last - 1 && there.StartsWith(here, StringComparison.Ordinal)) continue;
            var same = 0;
            while (same < there.Length && same < here.Length && there[same] == here[same]) same++;
            if (there != here) Differ(from + same, there[same..], here[same..]);
        }

        if (wanted[last - 1].End < quote.Length) Differ(all[start + last - first - 1].End, "", quote[wanted[last - 1].End..]);
        return found is null ? null : found with { Others = places - 1 };

        void Differ(int at, string there, string here)
        {
            if (places++ > 0) return;
            var lineStart = text.AsSpan(0, at).LastIndexOf('\n') + 1;
            var column = 1;
            foreach (var unit in text.AsSpan(lineStart, at - lineStart))
                if (!char.IsLowSurrogate(unit)) column++;
            found = new(there, here, text.AsSpan(0, at).Count('\n') + 1, column, 0);
        }
    }
}
