using System.Text;
using AnyAscii;

namespace Graph.Model.Text;

/// <summary>
/// What a word is found by: its exact spelling, and keys in which spellings of one name meet, whatever the script. A search finds a
/// word that shares a key with what was typed.
/// </summary>
/// <param name="Exact">The word with its letter case folded.</param>
/// <param name="Keys">
/// The first is the main key (<see cref="SpellingRules"/>). The word in plain Latin letters follows where it is another, so that what
/// is typed letter by letter finds it at every letter; then other ways in which its letters are commonly written.
/// </param>
public sealed record WordForms(string Exact, IReadOnlyList<string> Keys)
{
    /// <summary>
    /// Code points of a word that are looked at: nobody types more, a token of Neo4j's index has at most 255 UTF-16 units, and a
    /// letter becomes up to two.
    /// </summary>
    public const int MaxLength = 64;

    /// <summary>Letters of the shortest loose key.</summary>
    private const int ShortestLoose = 4;

    /// <summary>The main key.</summary>
    public string Key => Keys[0];

    /// <summary>The word in plain Latin letters; signs that are one word to others are put together so.</summary>
    public string Latin => Keys.Count > 1 ? Keys[1] : Keys[0];

    /// <summary>
    /// The main key as far as the ways meet in which languages write the sounds of Slavic names (<see cref="SpellingRules.Loosen"/>): a name is
    /// found by it where its keys are not. Null where it says no more than the main key, and for words that are too short to be told apart by it.
    /// </summary>
    public string? Loose => IsLong && Ascii.IsValid(Key) && SpellingRules.Loosen(Key) is { Length: >= ShortestLoose } loose
        && SpellingRules.MayBeOfOthers(loose) ? loose : null;

    /// <summary>The word has letters enough for others to be found that begin loosely as it does.</summary>
    internal bool IsLong => Key.Length >= ShortestLoose;

    /// <summary>The forms of a word as it stands in a text.</summary>
    public static WordForms Of(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word) && word.Length <= MaxLength && !word.Contains('\''))
        {
            var plain = new string(word).ToLowerInvariant();
            return plain.AsSpan().ContainsAnyExceptInRange('0', '9') ? Of(plain, plain, []) : new(plain, [plain]);
        }

        var letters = new StringBuilder();
        var count = 0;
        foreach (var rune in NormalizationFormC.Normalize(new string(word)).EnumerateRunes())
        {
            if (WordBreaks.IsApostrophe(rune) || WordBreaks.IsInvisible(rune)) continue;
            if (++count > MaxLength) break;
            letters.Append(rune);
        }

        var exact = CaseFolding.Fold(letters.ToString());
        return Of(exact, LatinOf(exact), LetterVariants.Of(exact).Select(LatinOf));
    }

    private static WordForms Of(string exact, string latin, IEnumerable<string> variants)
    {
        // What no Latin letters are known for is its own key.
        if (latin.Length == 0) return new(exact, [exact]);
        var keys = new List<string> { SpellingRules.Apply(latin) };
        foreach (var key in variants.Select(SpellingRules.Apply).Prepend(latin))
            if (!keys.Contains(key)) keys.Add(key);
        return new(exact, keys);
    }

    private static string LatinOf(string exact)
    {
        var ascii = exact.Transliterate();
        var letters = new StringBuilder(ascii.Length);
        foreach (var letter in ascii)
            if (char.IsAsciiLetterOrDigit(letter) && letters.Length < 2 * MaxLength) letters.Append(char.ToLowerInvariant(letter));
        return letters.ToString();
    }
}
