namespace Graph.Import.Text;

/// <summary>The known names that somebody may have meant.</summary>
internal static class NearMatch
{
    /// <summary>Names longer than this are compared by their start: edit distance is quadratic.</summary>
    private const int MaxLength = 100;

    /// <summary>The nearest name, or null where none is near.</summary>
    public static string? Nearest(string wanted, IEnumerable<string> known) => Near(wanted, known, 1).FirstOrDefault();

    /// <summary>The nearest names, best first, each once.</summary>
    public static IReadOnlyList<string> Near(string wanted, IEnumerable<string> known, int count)
    {
        var key = Key(wanted);
        return [.. known.Distinct()
            .Select(name => (Name: name, Distance: Distance(key, Key(name))))
            .Where(match => match.Distance <= Math.Max(1, Math.Min(key.Length, match.Name.Length) / 3))
            .OrderBy(match => match.Distance).ThenBy(match => match.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(match => match.Name)];
    }

    private static string Key(string name) => (name.Length > MaxLength ? name[..MaxLength] : name).ToLowerInvariant().Replace('_', '-');

    /// <summary>
    /// Edits (insert, delete, replace, swap of neighbours) that make one name of the other; one edit where one is the
    /// first or last word of the other, as a surname is.
    /// </summary>
    private static int Distance(string a, string b)
    {
        if (a.Length >= 3 && b.Length >= 3 && (IsEndWord(a, b) || IsEndWord(b, a))) return 1;
        var rows = new int[3][];
        for (var r = 0; r < 3; r++) rows[r] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) rows[1][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (before, above, row) = (rows[0], rows[1], rows[2]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (rows[0], rows[1], rows[2]) = (above, row, before);
        }

        return rows[1][b.Length];
    }

    private static bool IsEndWord(string word, string name) =>
        name.Length > word.Length
        && ((name.StartsWith(word, StringComparison.Ordinal) && name[word.Length] is ' ' or '-')
            || (name.EndsWith(word, StringComparison.Ordinal) && name[^(word.Length + 1)] is ' ' or '-'));
}
