namespace Graph.Import.Text;

/// <summary>The passage of a text that shares most words with a quote that is not in it.</summary>
internal static class NearestPassage
{
    /// <summary>A passage that shares fewer of the quote's words is no help to anybody.</summary>
    private const double LeastShare = 0.4;

    /// <summary>Words of a text looked at: a hint must not take longer than the import (1,000,000 words are 6 MB).</summary>
    private const int MaxWords = 1_000_000;

    /// <summary>The passage as it stands in the text, or null.</summary>
    public static string? Find(string text, string quote)
    {
        var wanted = new Dictionary<string, int>();
        var quoted = Words(quote).Select(word => Key(quote, word.Start, word.End)).ToList();
        foreach (var word in quoted) wanted[word] = wanted.GetValueOrDefault(word) + 1;
        if (quoted.Count == 0) return null;
        var (start, length) = (quoted[0], quoted.Count);
        var words = Words(text).Take(MaxWords).ToList();
        var (best, bestScore, bestStart) = (0, 0, 0);
        var missing = new Dictionary<string, int>(wanted);
        var shared = 0;
        for (var i = 0; i < words.Count; i++)
        {
            Take(words[i], -1);
            if (i >= length) Take(words[i - length], +1);
            var first = Math.Max(0, i - length + 1);

            // Of passages that share as many words, the one that begins as the quote does.
            var score = 2 * shared + (Key(text, words[first].Start, words[first].End) == start ? 1 : 0);
            if (score > bestScore) (best, bestScore, bestStart) = (shared, score, first);
        }

        if (best < LeastShare * length) return null;
        var last = Math.Min(words.Count, bestStart + length) - 1;
        return text[words[bestStart].Start..words[last].End];

        // `missing` counts how often each wanted word is still to come inside the window; below zero it is there too often.
        void Take((int Start, int End) word, int change)
        {
            var key = Key(text, word.Start, word.End);
            if (!missing.TryGetValue(key, out var left)) return;
            missing[key] = left + change;
            if (change < 0 && left > 0) shared++;
            if (change > 0 && left >= 0) shared--;
        }
    }

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && !char.IsWhiteSpace(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return (start, i);
            start = -1;
        }
    }

    /// <summary>A word without case and punctuation, so that other quotation marks do not hide a passage.</summary>
    private static string Key(string text, int start, int end)
    {
        var letters = text[start..end].Where(char.IsLetterOrDigit).ToArray();
        return letters.Length == 0 ? text[start..end] : new string(letters).ToLowerInvariant();
    }
}
