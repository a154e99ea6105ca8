using System.Text;
using Graph.Model.Text;

namespace Graph.Model.Search;

/// <summary>
/// Makes of the searchable texts of a node the tokens that both stores index, with spaces between: what is found does not depend on
/// how a database breaks and folds words. Not safe for use by several threads at once.
/// </summary>
/// <remarks>
/// A word stands there as it is spelled, its letter case folded, so that other programs find it too. Everything else begins with
/// <c>_</c>, which no word holds, and a letter that tells the field:
/// <c>_a _b _c _d</c> and a key of a word of a name, another name, a title, a text; <c>_e _f</c> and a whole name as it is spelled,
/// <c>_g _h</c> and its main keys, each word followed by a dot; <c>_n</c> and a word of a name without one of its letters. Where a dot follows
/// <c>_a _b _g _h</c>, what stands there are loose keys. Words as spelled, and main keys, stand in the order of the text, so that phrases are
/// found; a lone <c>_</c> parts one text from another.
/// </remarks>
public sealed class SearchTokens
{
    /// <summary>
    /// How the tokens are made: it goes up with each change of what they are, so that stores make those of older graphs anew.
    /// </summary>
    public const int Version = 2;

    /// <summary>UTF-16 units of a whole name: longer ones are cut, as a token of Neo4j's index holds 255.</summary>
    private const int LongestName = 200;

    /// <summary>Signs of a script without spaces that others write as one word: most Chinese names have two or three signs, few four.</summary>
    internal const int MostSignsInAWord = 3;

    /// <summary>Words whose forms are remembered (some 4 MB): texts repeat theirs.</summary>
    private const int RememberedWords = 1 << 14;

    /// <summary>What a loose key begins with, so that other words do not begin as it does.</summary>
    private const string LooseMark = ".";

    private const string Separator = "_ ";

    private readonly StringBuilder tokens = new();
    private readonly Dictionary<string, WordForms> remembered = new(StringComparer.Ordinal);
    private readonly HashSet<string> once = new(StringComparer.Ordinal);

    /// <summary>Adds a text of the node.</summary>
    public void Add(SearchRole role, ReadOnlySpan<char> text)
    {
        var places = WordBreaks.Of(text);
        if (places.Count == 0) return;
        var words = new WordForms[places.Count];
        for (var i = 0; i < words.Length; i++) words[i] = FormsOf(text[places[i].Start..places[i].End]);
        foreach (var word in words) tokens.Append(word.Exact).Append(' ');
        tokens.Append(Separator);
        foreach (var word in words) Append(KeyCode(role), word.Key);
        tokens.Append(Separator);
        AddOtherKeys(role, places, words);
        if (IsName(role)) AddNames(role, words);
        once.Clear();
    }

    /// <summary>The tokens of the texts added since the last time; null where there are none.</summary>
    public string? Take()
    {
        if (tokens.Length == 0) return null;
        var taken = tokens.ToString(0, tokens.Length - 1);
        tokens.Clear();
        return taken;
    }

    /// <summary>The properties of the role are names of their node.</summary>
    internal static bool IsName(SearchRole role) => role is SearchRole.Name or SearchRole.Alias;

    /// <summary>What the token of a key begins with.</summary>
    internal static string KeyCode(SearchRole role) => role switch
    {
        SearchRole.Name => "_a",
        SearchRole.Alias => "_b",
        SearchRole.Title => "_c",
        _ => "_d",
    };

    /// <summary>
    /// The tokens by which a word of a name is found beside its keys: its loose key, where it is another than the main one. For a word that is
    /// searched for, those of words whose loose key this is, and whose main one.
    /// </summary>
    /// <param name="role">Name or other name.</param>
    /// <param name="word">The word.</param>
    /// <param name="isAsked">It is searched for, and does not stand in a name.</param>
    internal static IEnumerable<string> LooseKeys(SearchRole role, WordForms word, bool isAsked)
    {
        if (word.Loose is not { } loose || (loose == word.Key && !isAsked)) yield break;
        yield return KeyCode(role) + LooseMark + loose;
        if (isAsked && !word.Keys.Contains(loose)) yield return KeyCode(role) + loose;
    }

    /// <summary>The tokens of a whole name: as spelled, or by keys.</summary>
    /// <param name="role">Name or other name.</param>
    /// <param name="words">Its words.</param>
    /// <param name="isExact">As spelled.</param>
    /// <param name="isAsked">It is searched for: see <see cref="LooseKeys"/>.</param>
    /// <param name="end">Whether the last word ends.</param>
    internal static IEnumerable<string> WholeNames(
        SearchRole role, IReadOnlyList<WordForms> words, bool isExact, bool isAsked = false, bool end = true)
    {
        var code = (role, isExact) switch
        {
            (SearchRole.Name, true) => "_e",
            (_, true) => "_f",
            (SearchRole.Name, _) => "_g",
            _ => "_h",
        };
        var ways = isExact ? 1 : words.Max(word => word.Keys.Count);
        for (var way = 0; way < ways; way++)
            yield return Whole(code, words.Select(word => isExact ? word.Exact : word.Keys[way < word.Keys.Count ? way : 0]));

        // A word that is begun with a few letters would begin loose keys of words that it does not begin.
        if (isExact || (!end && !words[^1].IsLong) || words.All(word => word.Loose is null || (word.Loose == word.Key && !isAsked))) yield break;
        yield return Whole(code + LooseMark, words.Select(word => word.Loose ?? word.Key));
        if (isAsked) yield return Whole(code, words.Select(word => word.Loose ?? word.Key));

        string Whole(string code, IEnumerable<string> keys)
        {
            var name = string.Join('.', keys) + (end ? "." : "");
            return code + (name.Length <= LongestName ? name : Cut(name));
        }
    }

    /// <summary>The token is a whole name, or what one begins with: of these nearly every one has another.</summary>
    public static bool IsOfWholeName(string token) => token is ['_', >= 'e' and <= 'h', ..];

    /// <summary>The token of a whole name may be that of a longer one's beginning.</summary>
    internal static bool MayBeCut(string wholeName) => wholeName.Length >= "_e".Length + LongestName - 1;

    /// <summary>The tokens of a word's key with a letter missing, and of the key itself: two words share one where they are an edit apart.</summary>
    internal static IEnumerable<string> Nearby(string key)
    {
        yield return "_n" + key;
        if (key.Length < ShortestNearby) yield break;
        for (var i = 0; i < key.Length; i++)
            if (!char.IsSurrogate(key[i]) && (i == 0 || key[i] != key[i - 1])) yield return "_n" + key.Remove(i, 1);
    }

    /// <summary>Letters of the shortest word for which others are suggested: of shorter ones nearly every other is an edit away.</summary>
    internal const int ShortestNearby = 4;

    private static string Cut(string name) => name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];

    private void AddOtherKeys(SearchRole role, List<WordPlace> places, WordForms[] words)
    {
        var code = KeyCode(role);
        for (var i = 0; i < words.Length; i++)
        {
            for (var other = 1; other < words[i].Keys.Count; other++) AppendOnce(code + words[i].Keys[other]);
            var joined = words[i].Latin;
            for (var next = i + 1; next < i + MostSignsInAWord && next < words.Length && AreJoined(places[next - 1], places[next]); next++)
                AppendOnce(code + (joined += words[next].Latin));
        }
    }

    /// <summary>Two words are signs that stand together.</summary>
    internal static bool AreJoined(WordPlace first, WordPlace second) => first.IsSign && second.IsSign && first.End == second.Start;

    private void AddNames(SearchRole role, WordForms[] words)
    {
        foreach (var name in WholeNames(role, words, isExact: true)) AppendOnce(name);
        foreach (var name in WholeNames(role, words, isExact: false)) AppendOnce(name);
        foreach (var word in words)
        {
            foreach (var loose in LooseKeys(role, word, isAsked: false)) AppendOnce(loose);
            foreach (var near in Nearby(word.Key)) AppendOnce(near);
        }
    }

    private WordForms FormsOf(ReadOnlySpan<char> word)
    {
        var lookup = remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var forms)) return forms;
        forms = WordForms.Of(word);
        if (word.ContainsAnyInRange('0', '9')) return forms; // Numbers do not come again, and would push out words.
        if (remembered.Count == RememberedWords) remembered.Clear();
        remembered.Add(new(word), forms);
        return forms;
    }

    private void AppendOnce(string token)
    {
        if (once.Add(token)) tokens.Append(token).Append(' ');
    }

    private void Append(string code, string key) => tokens.Append(code).Append(key).Append(' ');
}
