using Graph.Extraction.Text;

namespace Graph.Extraction.Rules;

/// <summary>Turns of phrase that tell a wrong deed although none of their words does, from <c>idioms.txt</c>: <c>play for time</c>.</summary>
internal static class Idioms
{
    /// <summary>Tokens after the verb within which its words stand.</summary>
    private const int Within = 9;

    private static readonly Lazy<ILookup<(string Verb, bool OfOpponents), string[]>> Loaded = new(() => Read().ToLookup(
        idiom => (idiom.Words[0], idiom.OfOpponents), idiom => idiom.Words[1..]));

    /// <summary>Whether one begins with a verb.</summary>
    /// <param name="clause">The sentence.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="until">The token after the last that may belong to it.</param>
    /// <param name="ofOpponents">Whether one that is wrong of an opponent alone; else one that is wrong of anybody.</param>
    public static bool BeginsAt(Clause clause, int verb, int until, bool ofOpponents) =>
        Loaded.Value[(clause.Tokens[verb].Word!.Lemma!, ofOpponents)]
            .Any(words => Follow(clause, verb + 1, Math.Min(until, verb + Within), words));

    private static IEnumerable<(string[] Words, bool OfOpponents)> Read()
    {
        var ofOpponents = false;
        foreach (var line in Resources.Lines("idioms.txt"))
            if (line.StartsWith('[')) ofOpponents = line == "[opponents]";
            else yield return (line.Split(' ', StringSplitOptions.RemoveEmptyEntries), ofOpponents);
    }

    private static bool Follow(Clause clause, int from, int until, string[] words)
    {
        var found = 0;
        for (var i = from; i < until && found < words.Length && clause.Tokens[i].Text is not (";" or ":"); i++)
            if (clause.Lower(i) == words[found]) found++;
        return found == words.Length;
    }
}
