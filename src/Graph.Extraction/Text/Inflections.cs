namespace Graph.Extraction.Text;

/// <summary>The regular forms of English verbs and nouns.</summary>
internal static class Inflections
{
    /// <summary><c>deny</c> → <c>denies</c>, <c>clash</c> → <c>clashes</c>.</summary>
    public static string Third(string verb) => verb switch
    {
        "be" => "is",
        "have" => "has",
        "do" or "go" or "undergo" or "veto" => verb + "es",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => verb + "es",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    /// <summary><c>deny</c> → <c>denied</c>, <c>accuse</c> → <c>accused</c>.</summary>
    public static string Past(string verb) => verb switch
    {
        [.., 'e'] => verb + "d",
        [.., var before, 'y'] when !IsVowel(before) => verb[..^1] + "ied",
        _ => verb + "ed",
    };

    /// <summary><c>accuse</c> → <c>accusing</c>; a consonant that the past doubles is doubled here too.</summary>
    public static string Gerund(string verb, string past) => verb switch
    {
        "be" => "being",
        "lie" => "lying",
        "die" => "dying",
        [.., 'e', 'e'] => verb + "ing",
        [.., 'e'] => verb[..^1] + "ing",
        _ when past == verb + verb[^1] + "ed" => verb + verb[^1] + "ing",
        "run" or "cut" or "hit" or "put" or "set" or "sit" or "quit" or "win" or "begin" or "shut" or "split" or "get" or "let" or "overrun" =>
            verb + verb[^1] + "ing",
        _ => verb + "ing",
    };

    /// <summary>The plural of a noun.</summary>
    public static string Plural(string noun) => Third(noun);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
