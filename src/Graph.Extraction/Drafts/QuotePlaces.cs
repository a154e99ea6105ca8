using Graph.Extraction.Text;

namespace Graph.Extraction.Drafts;

/// <summary>Where the quotes of a draft stand in its text, and the words beside one that tell which of several places is meant.</summary>
internal sealed class QuotePlaces
{
    /// <summary>Characters of a quote's beginning by which it is looked up.</summary>
    private const int BeginningChars = 24;

    /// <summary>Characters beside a quote that are given at least.</summary>
    private const int LeastContext = 20;

    private readonly SourceText source;
    private readonly Dictionary<string, List<int>> byBeginning = new(StringComparer.Ordinal);

    /// <summary>Looks all quotes up in one pass over the text.</summary>
    /// <param name="text">The normalized text.</param>
    /// <param name="quotes">The quotes that will be asked for.</param>
    public QuotePlaces(string text, IEnumerable<string> quotes)
    {
        source = SourceText.Of(text);
        foreach (var quote in quotes)
            if (quote.Length >= BeginningChars) byBeginning.TryAdd(quote[..BeginningChars], []);
        if (byBeginning.Count == 0) return;
        var bySpan = byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at + BeginningChars <= source.Value.Length; at++)
            if (bySpan.TryGetValue(source.Value.AsSpan(at, BeginningChars), out var places)) places.Add(at);
    }

    /// <summary>Prefix and suffix; both null where the quote stands in the text once.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="start">Code points before it.</param>
    public (string? Prefix, string? Suffix) Around(string quote, int start)
    {
        var place = source.IndexAfter(start);
        var others = PlacesOf(quote).Where(other => other != place).ToList();
        if (others.Count == 0) return (null, null);
        var same = others.ConvertAll(other => SameBefore(place, other));
        var prefix = Before(place, same.Max() + 1);
        // Where the words before differ from each other place's, they tell; else those after are needed as well.
        others = [.. others.Where((_, i) => same[i] >= prefix.Length)];
        if (others.Count == 0) return (prefix, null);
        var suffix = After(place + quote.Length, others.Max(other => SameAfter(place + quote.Length, other + quote.Length)) + 1);
        return (prefix.Length > 0 ? prefix : null, suffix.Length > 0 ? suffix : null);
    }

    private IEnumerable<int> PlacesOf(string quote)
    {
        if (quote.Length >= BeginningChars)
            return byBeginning[quote[..BeginningChars]].Where(at => source.Value.AsSpan(at).StartsWith(quote, StringComparison.Ordinal));
        List<int> places = [];
        var text = source.Value;
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
            places.Add(at);
        return places;
    }

    // An import compares without the white space beside the quote.
    private int SameBefore(int place, int other)
    {
        var one = source.Value.AsSpan(0, place).TrimEnd();
        var two = source.Value.AsSpan(0, other).TrimEnd();
        var same = 0;
        while (same < Limits.MaxContextChars && same < one.Length && same < two.Length && one[^(same + 1)] == two[^(same + 1)]) same++;
        return same;
    }

    private int SameAfter(int place, int other) =>
        Math.Min(Limits.MaxContextChars, source.Value.AsSpan(place).TrimStart().CommonPrefixLength(source.Value.AsSpan(other).TrimStart()));

    // At least so many characters, and on to where a word begins.
    private string Before(int place, int least)
    {
        var before = source.Value.AsSpan(0, place).TrimEnd();
        var from = Math.Max(0, before.Length - Math.Max(least, LeastContext));
        while (from > 0 && from < before.Length && !char.IsWhiteSpace(before[from - 1]) && before.Length - from < Limits.MaxContextChars) from--;
        if (from > 0 && from < before.Length && char.IsLowSurrogate(before[from])) from--;
        return new(before[from..]);
    }

    private string After(int place, int least)
    {
        var after = source.Value.AsSpan(place).TrimStart();
        var until = Math.Min(after.Length, Math.Max(least, LeastContext));
        while (until < after.Length && !char.IsWhiteSpace(after[until]) && until < Limits.MaxContextChars) until++;
        if (until < after.Length && char.IsLowSurrogate(after[until])) until++;
        return new(after[..until]);
    }
}
