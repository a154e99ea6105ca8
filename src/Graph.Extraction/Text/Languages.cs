using System.Globalization;
using System.Text;

namespace Graph.Extraction.Text;

/// <summary>Tells the language of a text by its script and its short words: enough to know English from others.</summary>
internal static class Languages
{
    /// <summary>Characters of a text that are looked at; its beginning tells its language.</summary>
    private const int MaxChars = 20_000;

    /// <summary>Words that a text must have for its language to be told.</summary>
    private const int MinWords = 8;

    private static readonly Lazy<List<(string Code, HashSet<string> Words)>> Known = new(() =>
        [.. Resources.Lines("languages.txt").Select(line => line.Split(' ')).Select(words => (words[0], words[1..].ToHashSet()))]);

    // What English has too shows no other language.
    private static readonly Lazy<HashSet<string>> English = new(() => Known.Value[0].Words);

    // Ursula von der Leyen, Cristina Fernández de Kirchner: small words within a name show no language.
    private static bool IsOfName(string[] words, int at)
    {
        if (Lexicon.Shared.Find(words[at]) is not { } word || !word.Is(WordClass.Particle)) return false;
        int before = at - 1, after = at + 1;
        while (before >= 0 && Lexicon.Shared.Find(words[before]) is { } left && left.Is(WordClass.Particle)) before--;
        while (after < words.Length && Lexicon.Shared.Find(words[after]) is { } right && right.Is(WordClass.Particle)) after++;
        return before >= 0 && char.IsUpper(words[before][0]) && after < words.Length && char.IsUpper(words[after][0]);
    }

    /// <summary>The code of a text's language: <c>und</c> for one that is not known, null for a text too short to tell.</summary>
    public static string? Of(string text)
    {
        if (text.Length > MaxChars) text = text[..MaxChars];
        int letters = 0, latin = 0, total = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            letters++;
            if (rune.Value < 0x250 || rune.Value is >= 0x1E00 and < 0x1F00) latin++;
        }

        if (letters == 0) return null;
        if (latin * 2 < letters) return "und";
        Dictionary<string, int> counts = [];
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var (i, word) in words.Index())
        {
            if (IsOfName(words, i)) continue;
            var bare = word.Trim('.', ',', ';', ':', '"', '“', '”', '(', ')', '?', '!').ToLower(CultureInfo.InvariantCulture);
            if (bare.Length == 0 || !char.IsLetter(bare[0])) continue;
            total++;
            counts[bare] = counts.GetValueOrDefault(bare) + 1;
        }

        if (total < MinWords) return null;
        var scores = Known.Value.ConvertAll(language => (
            language.Code,
            Share: language.Words.Where(word => language.Code == "en" || !English.Value.Contains(word))
                .Sum(word => counts.GetValueOrDefault(word)) / (double)total));
        var best = scores.MaxBy(score => score.Share);
        // Headlines have few short words: what shows no other language may be English.
        return best.Share < 0.1 || best.Share < 1.2 * scores[0].Share ? scores[0].Share > 0 || total < 4 * MinWords ? "en" : "und" : best.Code;
    }
}
