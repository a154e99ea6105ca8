using System.Text;
using Graph.Model.Text;

namespace Graph.Model.Search;

/// <summary>
/// How well a node answers a search, the same in every store: each grade is a condition that an index answers, and a node has the best
/// that it meets. First those whose whole name it is, then those whose name begins so, then those with all words in one field, the
/// weightiest first, then those with words in several; of each, what is spelled as typed before what is only said so. Used by one thread at
/// a time.
/// </summary>
public sealed class SearchGrades
{
    private static readonly SearchRole[] Names = [SearchRole.Name, SearchRole.Alias];
    private static readonly SearchRole[] Roles = [SearchRole.Name, SearchRole.Alias, SearchRole.Title, SearchRole.Text];

    private readonly List<SearchTerm> wanted;
    private readonly List<SearchCondition> leftOut;
    private readonly List<WordForms> words;
    private readonly SearchCondition?[] fields = new SearchCondition?[Roles.Length];
    private readonly (SearchCondition Name, bool HoldsAllWords)?[] names = new (SearchCondition, bool)?[FirstOfWords];

    /// <param name="text">What was typed.</param>
    public SearchGrades(SearchText text)
    {
        wanted = [.. text.Wanted];
        leftOut = [.. text.Terms.Where(term => term.IsExcluded).Select(Anywhere)];
        words = [.. wanted.SelectMany(term => term.Words)];
    }

    /// <summary>The first of the grades of words; those before it are of whole names and of their beginnings, each as spelled or not.</summary>
    public static int FirstOfWords { get; } = 2 * (Names.Length + Names.Length);

    /// <summary>How many grades there are.</summary>
    public static int Count { get; } = FirstOfWords + 2 * (Roles.Length + 1);

    /// <summary>How many fields there are of which <see cref="Field"/> tells.</summary>
    public static int FieldCount => Roles.Length - 1;

    /// <summary>
    /// Where groups of grades begin that an index is asked for one after the other, until enough is found: whole names and what begins so; words
    /// of names, other names and titles; texts as they are spelled, in which most words stand; and the rest, which few searches need.
    /// </summary>
    public static IReadOnlyList<int> Groups { get; } = [0, FirstOfWords, FirstOfWords + 2 * FieldCount, FirstOfWords + 2 * FieldCount + 1];

    /// <summary>Which <see cref="Field"/> is to be asked before a grade; null: none.</summary>
    public static int? FieldOf(int grade)
    {
        if (grade < FirstOfWords) return grade / 2 % Names.Length;
        var field = (grade - FirstOfWords) / 2;
        return field < FieldCount ? field : null;
    }

    /// <summary>
    /// What an index does well to ask before the conditions of a grade: without it nothing has that grade, and it is found out sooner, because
    /// no word as it is spelled, which may stand in every text, has to be looked up. All words in a field; the grades of a field share it. Text,
    /// in which most words stand, is not among them. Null where nothing is searched for.
    /// </summary>
    public SearchCondition? Field(int field) => wanted.Count == 0 ? null : In(field);

    /// <summary>
    /// The condition of a grade, which leaves out what a better one finds; null for one that nothing can have. All are null where nothing is
    /// searched for.
    /// </summary>
    /// <param name="grade">Which.</param>
    /// <param name="isInVain">What is known of each <see cref="Field"/>: that nothing has it, so that it need not be left out.</param>
    public SearchCondition? Alone(int grade, Predicate<int>? isInVain = null)
    {
        if (wanted.Count == 0 || (FieldOf(grade) is { } field && isInVain?.Invoke(field) is true)) return null;
        return Condition(grade) is { } condition ? Without(condition, [.. Better(grade, of => isInVain?.Invoke(of) is true), .. leftOut]) : null;
    }

    /// <summary>
    /// The same for whoever asks for the grades of a group together, and gives a node the best of those that find it: a condition leaves out
    /// what the groups before find, and may find what a better grade of its own group does. They are shorter by as much.
    /// </summary>
    public SearchCondition?[] InGroups()
    {
        SearchCondition?[] grades = [.. Enumerable.Range(0, Count).Select(Condition)];
        if (wanted.Count == 0) return grades;

        // All that has a grade of a field's names or words, and no text, is found by the words of the fields.
        List<SearchCondition> named = [.. NamedBy(Enumerable.Range(0, FirstOfWords), known: null)];
        List<SearchCondition> inFields = [.. Enumerable.Range(0, FieldCount).Select(In)];
        IReadOnlyList<SearchCondition>[] before = [[], named, inFields, [.. inFields, grades[Groups[^2]]!]];
        return [.. grades.Select((grade, i) => grade is null ? null : Without(grade, [.. before[GroupOf(i)], .. leftOut]))];
    }

    /// <summary>What has any of the grades; null where nothing is searched for.</summary>
    public SearchCondition? Whole() => wanted.Count == 0 ? null : Without(Anywhere(), leftOut);

    /// <summary>What all that has any of the grades has besides the word that is only begun; null where there is no such word, or no other.</summary>
    public SearchCondition? BesidesTheBegun()
    {
        var whole = wanted.FindAll(term => !term.IsPrefix);
        return whole.Count == 0 || whole.Count == wanted.Count ? null : SearchCondition.All(whole.Select(Anywhere));
    }

    /// <summary>What a node is found by that has a name which is nearly what was typed; null where nothing is suggested.</summary>
    public SearchCondition? Near()
    {
        if (words.Count is 0 or > Suggestions.MostWords || !words.Exists(word => word.Key.Length >= SearchTokens.ShortestNearby)) return null;
        return SearchCondition.All(words.Select(word =>
            SearchCondition.Any(SearchTokens.Nearby(word.Key).Select(token => new TokenCondition(token, IsPrefix: false)))));
    }

    private static int GroupOf(int grade) => Groups.Count(first => first <= grade) - 1;

    // A grade by itself, whatever is better. Of one word there are none in several fields.
    private SearchCondition? Condition(int grade)
    {
        if (wanted.Count == 0) return null;
        if (grade < FirstOfWords) return NamedBy([grade], known: null).Single();
        var field = (grade - FirstOfWords) / 2;
        if (field == Roles.Length && wanted.Count == 1) return null;
        var condition = field < Roles.Length ? In(field) : Anywhere();
        return IsExact(grade) ? SearchCondition.All([condition, AsSpelled()]) : condition;
    }

    // What better grades find.
    private IEnumerable<SearchCondition> Better(int grade, Predicate<int> isInVain)
    {
        var named = Enumerable.Range(0, Math.Min(grade, FirstOfWords)).Where(of => !isInVain((int)RoleOf(of)));
        if (grade < FirstOfWords) return NamedBy(named, RoleOf(grade));
        var field = (grade - FirstOfWords) / 2;
        var better = Enumerable.Range(0, field).Where(of => of >= FieldCount || !isInVain(of)).Select(In).Concat(IsExact(grade) ? [] : [AsSpelled()]);
        if (field == Roles.Length) return better;

        // A name that is meant has all words in it, so that a field once asked for stands for the grades of its names.
        return NamedBy(named.Where(of => RoleOf(of) >= Roles[field]), Roles[field]).Concat(better);
    }

    // What grades of names find. Where all words are known to stand in a field of the role they need not be asked for again, and those of
    // another role but once: an index takes long over the beginning of a word.
    private IEnumerable<SearchCondition> NamedBy(IEnumerable<int> grades, SearchRole? known)
    {
        foreach (var ofRole in grades.GroupBy(RoleOf))
        {
            foreach (var some in ofRole.GroupBy(grade => ofRole.Key == known || NameOf(grade).HoldsAllWords, grade => NameOf(grade).Name))
            {
                var any = SearchCondition.Any(some);
                yield return some.Key ? any : SearchCondition.All([any, In((int)ofRole.Key)]);
            }
        }
    }

    // Whatever has the token of the name has all words in a field of its role too, as they are asked for there, so that they need not be asked
    // for. That does not follow of a name that is cut, nor of signs, which are looked for in other ways than one by one, nor of words that must
    // stand together, whose main keys are looked for where the names may share others; and where a word is begun as it is spelled its Latin
    // letters begin so too, if it has them.
    private (SearchCondition Name, bool HoldsAllWords) NameOf(int grade)
    {
        if (names[grade] is { } known) return known;
        var isWhole = grade < FirstOfWords / 2;
        List<string> tokens = [.. SearchTokens.WholeNames(RoleOf(grade), words, IsExact(grade), isAsked: true, end: isWhole || !wanted[^1].IsPrefix)];
        var holdsAllWords = !wanted.Exists(term => term.AreSigns) && !tokens.Exists(SearchTokens.MayBeCut) && (IsExact(grade)
            ? isWhole || !wanted[^1].IsPrefix || Ascii.IsValid(words[^1].Exact)
            : wanted.TrueForAll(term => term.Words.Count == 1));
        var name = (SearchCondition.Any(tokens.Select(token => new TokenCondition(token, IsPrefix: !isWhole))), holdsAllWords);
        names[grade] = name;
        return name;
    }

    private static SearchRole RoleOf(int grade) => Names[grade / 2 % Names.Length];

    private static bool IsExact(int grade) => grade % 2 == 0;

    private SearchCondition In(int field) => fields[field] ??= SearchCondition.All(wanted.Select(term => term.In(Roles[field])));

    private SearchCondition AsSpelled() => SearchCondition.All(wanted.Select(term => term.AsSpelled()));

    private SearchCondition Anywhere() => SearchCondition.All(wanted.Select(Anywhere));

    private static SearchCondition Anywhere(SearchTerm term) => SearchCondition.Any(Roles.Select(term.In));

    private static SearchCondition Without(SearchCondition condition, IReadOnlyList<SearchCondition> others) =>
        others.Count == 0 ? condition : new TokensExcept(condition, others);
}
