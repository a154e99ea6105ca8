namespace Graph.GraphQL.Validation;

/// <summary>
/// Optimal string alignment distance (Damerau-Levenshtein without moves of moved letters) that counts a difference in case
/// only as one edit. Work is bounded by the threshold: options of a very different length are not looked at.
/// </summary>
internal sealed class LexicalDistance(string input)
{
    private readonly string lower = input.ToLowerInvariant();
    private readonly int[][] rows = [new int[input.Length + 1], new int[input.Length + 1], new int[input.Length + 1]];

    /// <summary>The distance; null when it is over <paramref name="threshold"/>.</summary>
    public int? Measure(string option, int threshold)
    {
        if (option == input) return 0;
        var other = option.ToLowerInvariant();
        if (other == lower) return 1;
        var (longer, shorter) = other.Length < lower.Length ? (lower, other) : (other, lower);
        if (longer.Length - shorter.Length > threshold) return null;

        for (var j = 0; j <= shorter.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= longer.Length; i++)
        {
            var above = rows[(i - 1) % 3];
            var row = rows[i % 3];
            var smallest = row[0] = i;
            for (var j = 1; j <= shorter.Length; j++)
            {
                var substitution = above[j - 1] + (longer[i - 1] == shorter[j - 1] ? 0 : 1);
                var cell = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), substitution);
                var isSwap = i > 1 && j > 1 && longer[i - 1] == shorter[j - 2] && longer[i - 2] == shorter[j - 1];
                if (isSwap) cell = Math.Min(cell, rows[(i - 2) % 3][j - 2] + 1);
                smallest = Math.Min(smallest, cell);
                row[j] = cell;
            }
            if (smallest > threshold) return null;
        }
        var distance = rows[longer.Length % 3][shorter.Length];
        return distance <= threshold ? distance : null;
    }
}
