using Graph.Model.Text;

namespace Graph.Import.Text;

/// <summary>Where a quote lies in a text, or why that cannot be told.</summary>
internal abstract record QuoteAnchor
{
    private QuoteAnchor()
    {
    }

    /// <summary>It lies there.</summary>
    /// <param name="Start">Code points before it.</param>
    /// <param name="End">Code points up to its end; the end is excluded.</param>
    public sealed record Found(int Start, int End) : QuoteAnchor;

    /// <summary>It lies nowhere.</summary>
    /// <param name="Nearest">The most similar passage, or null where nothing is similar.</param>
    public sealed record Missing(string? Nearest) : QuoteAnchor;

    /// <summary>A passage reads the same, but signs differ that look alike or are not seen.</summary>
    /// <param name="Difference">Which, and where.</param>
    public sealed record LooksTheSame(HiddenDifference Difference) : QuoteAnchor;

    /// <summary>It begins or ends inside a sign: half of an emoji, a letter without its mark.</summary>
    /// <param name="Whole">The passage with the whole signs.</param>
    public sealed record Cut(string Whole) : QuoteAnchor;

    /// <summary>The quote is there, but never with this prefix and suffix.</summary>
    /// <param name="Occurrences">How often the quote is there.</param>
    public sealed record OtherContext(int Occurrences) : QuoteAnchor;

    /// <summary>It lies in several places.</summary>
    /// <param name="Occurrences">How many.</param>
    public sealed record Ambiguous(int Occurrences) : QuoteAnchor;

    /// <summary>
    /// Looks for a quote, compared by code unit after normalization. Prefix and suffix are compared without the white
    /// space that separates them from the quote. (The idea of W3C Web Annotation's TextQuoteSelector.)
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="quote">The quote, normalized.</param>
    /// <param name="prefix">What stands right before it, or null.</param>
    /// <param name="suffix">What stands right after it, or null.</param>
    /// <param name="lookForNearest">Looks for the nearest passage where the quote is missing.</param>
    public static QuoteAnchor Find(NormalizedText text, string quote, string? prefix, string? suffix, bool lookForNearest = true)
    {
        var value = text.Value;
        int occurrences = 0, matches = 0, at = -1;
        string? cut = null;
        for (var i = value.IndexOf(quote, StringComparison.Ordinal); i >= 0; i = value.IndexOf(quote, i + 1, StringComparison.Ordinal))
        {
            var (start, end) = Graphemes.Widen(value, i, i + quote.Length);
            if (start < i || end > i + quote.Length)
            {
                cut ??= value[start..end];
                continue;
            }

            occurrences++;
            if (!Agrees(value.AsSpan(0, i), prefix, value.AsSpan(i + quote.Length), suffix)) continue;
            matches++;
            at = i;
        }

        return (occurrences, matches) switch
        {
            (0, _) when cut is not null => new Cut(cut),
            (0, _) when !lookForNearest => new Missing(null),
            (0, _) when HiddenDifference.Find(text, quote) is { } difference => new LooksTheSame(difference),
            (0, _) => new Missing(NearestPassage.Find(value, quote)),
            (_, 0) => new OtherContext(occurrences),
            (_, 1) => new Found(text.CodePointsBefore(at), text.CodePointsBefore(at + quote.Length)),
            _ => new Ambiguous(matches),
        };
    }

    private static bool Agrees(ReadOnlySpan<char> before, string? prefix, ReadOnlySpan<char> after, string? suffix) =>
        (prefix is null || before.TrimEnd().EndsWith(prefix.AsSpan().TrimEnd(), StringComparison.Ordinal))
        && (suffix is null || after.TrimStart().StartsWith(suffix.AsSpan().TrimStart(), StringComparison.Ordinal));
}
