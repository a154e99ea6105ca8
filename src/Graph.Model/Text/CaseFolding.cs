using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Graph.Model.Text;

/// <summary>
/// Letter case put aside as every comparison without regard to it does, in every store: the simple case folding of Unicode
/// (CaseFolding.txt, C and S), and İ as i. One code point folds to one: final sigma is a sigma and ẞ is ß, but ß is not ss.
/// I, i and İ are one letter, so that <c>istanbul</c> finds both İstanbul and ISTANBUL; ı stays another, as in Unicode.
/// </summary>
public static class CaseFolding
{
    private static readonly Lazy<Tables> Data = new(Tables.Load);

    /// <summary>The text with each code point folded.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) folded.Append(Fold(rune));
        return folded.ToString();
    }

    /// <summary>The code point that a code point folds to, mostly its lower case.</summary>
    public static Rune Fold(Rune rune) => Data.Value.Folded.TryGetValue(rune.Value, out var folded) ? new(folded) : rune;

    /// <summary>The other code points that fold to a folded one; none for signs without letter case.</summary>
    public static IReadOnlyList<Rune> VariantsOf(Rune folded) => Data.Value.Variants.GetValueOrDefault(folded.Value, []);

    /// <summary>Unicode's data, read once from the embedded <c>folding.txt</c>.</summary>
    private sealed record Tables(FrozenDictionary<int, int> Folded, FrozenDictionary<int, Rune[]> Variants)
    {
        public static Tables Load()
        {
            var folded = new Dictionary<int, int>();
            using var reader = new StreamReader(typeof(Tables).Assembly.GetManifestResourceStream("Graph.Model.folding.txt")!);
            while (reader.ReadLine() is { } line)
            {
                if (line[0] == '#') continue;
                var words = line.Split(' ', '/');
                var range = words[0].Split('…');
                var (first, last, step) = (Hex(range[0]), Hex(range[^1]), words.Length == 3 ? int.Parse(words[1]) : 1);
                for (var point = first; point <= last; point += step) folded.Add(point, Hex(words[^1]) + point - first);
            }

            var variants = folded.GroupBy(pair => pair.Value, pair => new Rune(pair.Key));
            return new(folded.ToFrozenDictionary(), variants.ToFrozenDictionary(group => group.Key, group => group.ToArray()));
        }

        private static int Hex(string word) => int.Parse(word, NumberStyles.HexNumber);
    }
}
