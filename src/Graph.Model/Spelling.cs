namespace Graph.Model;

/// <summary>Finds the known name that somebody probably meant.</summary>
public static class Spelling
{
    /// <summary>
    /// The known names nearest to a word, nearest first: at most a third of its letters (and at least one) differ, by
    /// the optimal string alignment distance, letter case aside.
    /// </summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What is known.</param>
    /// <param name="most">How many to answer at most.</param>
    public static IReadOnlyList<string> Nearest(string word, IEnumerable<string> known, int most = 3)
    {
        var allowed = Math.Max(1, (word.Length + 2) / 3);
        return
        [
            .. known.Distinct(StringComparer.Ordinal)
                .Select(name => (Name: name, Distance: Distance(word.ToLowerInvariant(), name.ToLowerInvariant(), allowed)))
                .Where(candidate => candidate.Distance <= allowed)
                .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary><c>; did you mean "a" or "b"?</c>, or <paramref name="otherwise"/> when nothing is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> known, string otherwise = "")
    {
        var near = Nearest(word, known);
        return near.Count == 0 ? otherwise : $"; did you mean {string.Join(" or ", near.Select(name => $"\"{name}\""))}?";
    }

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
