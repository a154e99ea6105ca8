namespace Graph.Extraction.Drafts;

/// <summary>The words beside a quote that tell which of several places is meant.</summary>
internal static class QuotePlace
{
    /// <summary>Prefix and suffix; both null where the quote stands in the text once.</summary>
    /// <param name="text">The normalized text.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="start">Code points before it.</param>
    public static (string? Prefix, string? Suffix) Of(string text, string quote, int start)
    {
        var places = new List<int>();
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal)) places.Add(at);
        if (places.Count < 2) return (null, null);
        var place = Utf16(text, start);
        for (var length = 20; ; length *= 2)
        {
            var prefix = Before(text, place, length);
            var suffix = After(text, place + quote.Length, length);
            if (places.Count(other => Before(text, other, length) == prefix) == 1 && prefix.Length > 0) return (prefix, null);
            if (places.Count(other => Before(text, other, length) == prefix && After(text, other + quote.Length, length) == suffix) == 1) return (prefix.Length > 0 ? prefix : null, suffix);
            if (length > text.Length) return (prefix, suffix);
        }
    }

    private static string Before(string text, int at, int length)
    {
        var from = Math.Max(0, at - length);
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        return text[from..at].Trim();
    }

    private static string After(string text, int at, int length)
    {
        var until = Math.Min(text.Length, at + length);
        if (until < text.Length && char.IsLowSurrogate(text[until])) until--;
        return text[at..Math.Max(at, until)].Trim();
    }

    private static int Utf16(string text, int points)
    {
        var at = 0;
        for (; points > 0 && at < text.Length; points--) at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        return at;
    }
}
