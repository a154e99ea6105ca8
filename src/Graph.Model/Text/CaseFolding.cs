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

    /// <summary>The text with each code point folded; as long in UTF-16 as before.</summary>
    public static string Fold(string text) => Ascii.IsValid(text)
        ? text.ToLowerInvariant()
        : string.Create(text.Length, text, static (folded, text) =>
    {
        var tables = Data.Value;
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = tables.Plane[text[i]];
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) continue;
            Fold(new Rune(text[i], text[i + 1])).EncodeToUtf16(folded[i..]);
            i++;
        }
    });

    /// <summary>A name in the form in which names are compared: normalized (NFC) and folded. It must be well-formed UTF-16.</summary>
    public static string FoldName(string name) => Fold(NormalizationFormC.Normalize(name));

    /// <summary>The code point that a code point folds to, mostly its lower case.</summary>
    public static Rune Fold(Rune rune) => Data.Value.Folded.TryGetValue(rune.Value, out var folded) ? new(folded) : rune;

    /// <summary>The other code points that fold to a folded one; none for signs without letter case.</summary>
    public static IReadOnlyList<Rune> VariantsOf(Rune folded) => Data.Value.Variants.GetValueOrDefault(folded.Value, []);

    /// <summary>Unicode's data, read once from the embedded <c>folding.txt</c>.</summary>
    /// <param name="Plane">What each code point up to U+FFFF folds to, which is one of those as well.</param>
    /// <param name="Folded">What those fold to that fold.</param>
    /// <param name="Variants">The same the other way round.</param>
    private sealed record Tables(char[] Plane, FrozenDictionary<int, int> Folded, FrozenDictionary<int, Rune[]> Variants)
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

            var plane = new char[char.MaxValue + 1];
            for (var point = 0; point < plane.Length; point++) plane[point] = (char)folded.GetValueOrDefault(point, point);
            var variants = folded.GroupBy(pair => pair.Value, pair => new Rune(pair.Key));
            return new(plane, folded.ToFrozenDictionary(), variants.ToFrozenDictionary(group => group.Key, group => group.ToArray()));
        }

        private static int Hex(string word) => int.Parse(word, NumberStyles.HexNumber);
    }
}
