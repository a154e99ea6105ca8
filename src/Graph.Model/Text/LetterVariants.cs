using System.Text;

namespace Graph.Model.Text;

/// <summary>
/// Letters that are commonly written in two ways with plain Latin letters: the Ukrainian г is h where the Russian one is g, Serbian ш is
/// s where it was š, and š itself is sh to many; ö is oe to Germans.
/// </summary>
internal static class LetterVariants
{
    private static readonly (string Letters, string[] Written)[] Groups =
    [
        ("г", ["h"]),
        ("шчжћšžčć", ["s", "c", "z", "c", "sh", "zh", "ch", "ch"]),
        ("äöüøå", ["ae", "oe", "ue", "oe", "aa"]),
    ];

    /// <summary>The word with some of its letters written in their other way: for each choice of the groups, at most three words.</summary>
    /// <param name="word">The word, its letter case folded.</param>
    public static IEnumerable<string> Of(string word)
    {
        var groups = Groups.Where(group => word.AsSpan().IndexOfAny(group.Letters) >= 0).Take(2).ToArray();
        for (var choice = 1; choice < 1 << groups.Length; choice++)
        {
            var written = new StringBuilder(word.Length + 4);
            foreach (var letter in word) written.Append(Written(letter, groups, choice));
            yield return written.ToString();
        }
    }

    private static string Written(char letter, (string Letters, string[] Written)[] groups, int choice)
    {
        for (var i = 0; i < groups.Length; i++)
            if ((choice >> i & 1) == 1 && groups[i].Letters.IndexOf(letter) is >= 0 and var at) return groups[i].Written[at];
        return letter.ToString();
    }
}
