using Graph.Model.Text;

namespace Graph.Model.Search;

/// <summary>A node that a search may have meant.</summary>
/// <param name="Caption">What people know it by.</param>
/// <param name="Degree">The number of its relationships.</param>
/// <param name="Names">All of its names.</param>
public sealed record NearName(string Caption, long Degree, IReadOnlyList<string> Names);

/// <summary>
/// Names that may have been meant where a search finds hardly anything: each word typed is at most one edit away from a word of the name,
/// by their main keys. An edit is a letter more, less, another, or two neighbours exchanged.
/// </summary>
public static class Suggestions
{
    /// <summary>Hits from which on nothing is suggested.</summary>
    public const int FewestHits = 3;

    /// <summary>Names suggested.</summary>
    public const int Most = 5;

    /// <summary>Names that a store looks at, those with the most relationships first: the rest is not what somebody means.</summary>
    public const int MostCandidates = 200;

    /// <summary>Words of a text for which names are suggested: names have no more.</summary>
    public const int MostWords = 6;

    /// <summary>The names suggested: the nearest, of those the best known, then by the name.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="candidates">What <see cref="SearchGrades.Near"/> finds.</param>
    public static IReadOnlyList<string> Of(SearchText text, IEnumerable<NearName> candidates)
    {
        List<string> typed = [.. text.Wanted.SelectMany(term => term.Words).Select(word => word.Key)];
        return
        [
            .. candidates.Select(candidate => (candidate, Distance: Distance(typed, candidate))).Where(found => found.Distance is not null)
                .OrderBy(found => found.Distance).ThenByDescending(found => found.candidate.Degree)
                .ThenBy(found => found.candidate.Caption, StringComparer.Ordinal)
                .Select(found => found.candidate.Caption).Distinct(StringComparer.Ordinal).Take(Most),
        ];
    }

    private static int? Distance(List<string> typed, NearName candidate)
    {
        List<string> keys =
            [.. candidate.Names.SelectMany(name => WordBreaks.Of(name).Select(word => WordForms.Of(name.AsSpan(word.Start..word.End)).Key))];
        var sum = 0;
        foreach (var word in typed)
        {
            if (keys.Contains(word)) continue;
            if (!keys.Exists(key => AreOneEditApart(word, key))) return null;
            sum++;
        }

        return sum;
    }

    /// <summary>One letter more, less or another, or two neighbours exchanged, makes one of the other.</summary>
    internal static bool AreOneEditApart(string one, string other)
    {
        if (one.Length > other.Length) (one, other) = (other, one);
        if (other.Length - one.Length > 1) return false;
        var (from, end) = (one.AsSpan().CommonPrefixLength(other), 0);
        while (end < one.Length - from && one[^(end + 1)] == other[^(end + 1)]) end++;
        var (left, right) = (one[from..^end], other[from..^end]);
        return right.Length <= 1 || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }
}
