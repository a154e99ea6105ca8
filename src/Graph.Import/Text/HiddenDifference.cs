using System.Text;

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
    public static HiddenDifference? Find(NormalizedText document, string quote)
    {
        var (text, wanted) = (document.Value, new FoldedText(quote));
        var (first, last) = (0, wanted.Value.Length);
        while (first < last && wanted.Value[first] == ' ') first++;
        while (last > first && wanted.Value[last - 1] == ' ') last--;
        if (first == last) return null;
        var all = document.Folded;
        var start = all.Value.IndexOf(wanted.Value[first..last]);
        if (start < 0) return null;
        HiddenDifference? found = null;
        var places = 0;
        Before(all[start].Start, wanted[first].Start);
        for (var i = first; i < last; i++)
        {
            var ((from, to), (quoteFrom, quoteTo)) = (all[start + i - first], wanted[i]);
            if (i == last - 1) After(from, to, quoteFrom);
            else Compare(from, text[from..to], quote[quoteFrom..quoteTo]);
        }

        return found is null ? null : found with { Others = places - 1 };

        // What the quote begins with and nobody sees must stand right before the passage too.
        void Before(int at, int quoteAt)
        {
            while (quoteAt > 0 && at > 0 && text[at - 1] == quote[quoteAt - 1]) (at, quoteAt) = (at - 1, quoteAt - 1);
            if (quoteAt > 0 && char.IsHighSurrogate(quote[quoteAt - 1])) (at, quoteAt) = (at + 1, quoteAt + 1);
            if (quoteAt == 0) return;
            var from = at;
            while (from > 0 && at - from < quoteAt && IsUnseen(text[from - 1])) from--;
            Compare(from, text[from..at], quote[..quoteAt]);
        }

        // Of what follows the last sign in the text, only as much belongs to the passage as the quote goes on.
        void After(int from, int to, int quoteFrom)
        {
            var unseen = quote.Length - quoteFrom - UnitsAt(quote, quoteFrom);
            var end = from + (to > from ? UnitsAt(text, from) : 0);
            for (; unseen > 0 && end < text.Length && (end < to || IsUnseen(text[end])); end++) unseen--;
            Compare(from, text[from..end], quote[quoteFrom..]);
        }

        void Compare(int at, string there, string here)
        {
            if (there == here) return;
            var same = there.AsSpan().CommonPrefixLength(here);

            // A sign beyond the first 65,536 is two units, of which the first may be the same.
            if (same > 0 && char.IsHighSurrogate(there[same - 1])) same--;
            if (places++ > 0) return;
            at += same;
            var lineStart = text.AsSpan(0, at).LastIndexOf('\n') + 1;
            var column = 1;
            foreach (var unit in text.AsSpan(lineStart, at - lineStart))
                if (!char.IsLowSurrogate(unit)) column++;
            found = new(there[same..], here[same..], text.AsSpan(0, at).Count('\n') + 1, column, 0);
        }
    }

    private static int UnitsAt(string text, int index) => char.IsHighSurrogate(text[index]) ? 2 : 1;

    private static bool IsUnseen(char unit) => Rune.TryCreate(unit, out var rune) && (LookAlikes.IsSpace(rune) || LookAlikes.IsInvisible(rune));
}
