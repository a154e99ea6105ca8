using System.Text;

namespace Graph.Model.Text;

/// <summary>
/// Rules on top of plain Latin letters in which the romanizations of Slavic names meet, as English, German, Polish, French and Romanian
/// newspapers write them: Zelensky, Zelenskiy, Zelenskyy and Zelenskij, Umerov, Umierov and Umjerov, Yermak and Ermak, Lawrow and Lavrov;
/// loosened, Selenskyj as well, Zacharowa and Sacharowa, Kusnezow and Kuznetsov, Poutine and Putin.
/// </summary>
/// <remarks>
/// A key is no spelling: it only has to be the same for the same name and mostly another for another word. The rules change English words
/// too, alike wherever they stand; exact spellings rank first.
/// </remarks>
internal static class SpellingRules
{
    // In this order: a longer group of letters before its parts.
    private static readonly (string Letters, string Written)[] Groups =
    [
        ("szcz", "shch"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("sz", "sh"), ("cz", "ch"), ("zhzh", "zh"), ("kh", "h"), ("gh", "g"),
        ("dj", "d"), ("ck", "k"), ("ks", "x"), ("w", "v"),
    ];

    private static readonly (string Letters, string Written)[] LooseGroups = [("ts", "s"), ("tz", "s"), ("z", "s"), ("ch", "h"), ("ou", "u")];

    /// <summary>The key of a word in lower-case Latin letters and digits.</summary>
    public static string Apply(string latin)
    {
        var word = latin;
        foreach (var (letters, written) in Groups) word = word.Replace(letters, written, StringComparison.Ordinal);
        return Ending(Single(Single(Vowels(word)).Replace("ie", "e", StringComparison.Ordinal)));
    }

    /// <summary>
    /// A key further put together, for names alone, of which few are alike: s is how Germans write the sound of s and of z, and z that of ts; ch is
    /// how Germans and Poles write kh; ou and -ine are French.
    /// </summary>
    /// <param name="key">A key.</param>
    public static string Loosen(string key)
    {
        var word = key;
        foreach (var (letters, written) in LooseGroups) word = word.Replace(letters, written, StringComparison.Ordinal);
        word = Single(word);
        return word.EndsWith("ine", StringComparison.Ordinal) ? word[..^1] : word;
    }

    /// <summary>Whether several keys may have this loose one: it has a sound that is written in several ways.</summary>
    public static bool MayBeOfOthers(string loose) => loose.AsSpan().IndexOfAny('s', 'h', 'u') >= 0 || loose.EndsWith("in", StringComparison.Ordinal);

    // y and j are i, but yo after a consonant is ё, which others write e. c is k where it is not said as s or ch.
    private static string Vowels(string word)
    {
        var written = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            switch (word[i])
            {
                case 'y' or 'j' when next == 'o' && i > 0 && !IsVowel(word[i - 1]):
                    written.Append('e');
                    i++;
                    break;
                case 'y' or 'j':
                    written.Append('i');
                    break;
                case 'c' when next is not ('h' or 'e' or 'i' or 'y' or 'j'):
                    written.Append('k');
                    break;
                default:
                    written.Append(word[i]);
                    break;
            }
        }

        return written.ToString();
    }

    // Double consonants, and the i of -iy, -yi, -yy and -ij.
    private static string Single(string word)
    {
        if (!HasDouble(word)) return word;
        var written = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (written.Length == 0 || written[^1] != letter || !IsSingled(letter)) written.Append(letter);
        return written.ToString();
    }

    private static bool HasDouble(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (word[i] == word[i - 1] && IsSingled(word[i])) return true;
        return false;
    }

    private static bool IsSingled(char letter) => char.IsAsciiLetter(letter) && (letter == 'i' || !IsVowel(letter));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    // The Belarusian -enka is the Ukrainian and Russian -enko, and -off is -ov.
    private static string Ending(string word) => word switch
    {
        [_, _, .., 'e', 'n', 'k', 'a'] => word[..^1] + "o",
        [_, _, _, .., 'o' or 'e', 'f'] => word[..^1] + "v",
        _ => word,
    };
}
