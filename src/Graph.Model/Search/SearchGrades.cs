using Graph.Model.Text;

namespace Graph.Model.Search;

/// <summary>
/// How well a node answers a search, the same in every store: each grade is a condition that an index answers, and a node has the best
/// that it meets. First those whose whole name it is, then those whose name begins so, then those with all words in one field, the
/// weightiest first, then those with words in several; of each, what is spelled as typed before what is only said so.
/// </summary>
public static class SearchGrades
{
    private static readonly SearchRole[] Names = [SearchRole.Name, SearchRole.Alias];
    private static readonly SearchRole[] Roles = [SearchRole.Name, SearchRole.Alias, SearchRole.Title, SearchRole.Text];

    // After those of whole names and of their beginnings, each as spelled or not.
    private static readonly int FirstOfFields = 2 * (Names.Length + Names.Length);

    /// <summary>How many grades there are.</summary>
    public static int Count { get; } = FirstOfFields + 2 * (Roles.Length + 1);

    /// <summary>
    /// The conditions of a search, the best grade first, each of which leaves out what a better one finds; null for a grade that nothing
    /// can have. All are null where nothing is searched for.
    /// </summary>
    public static SearchCondition?[] Of(SearchText text)
    {
        List<SearchTerm> wanted = [.. text.Wanted];
        var grades = Conditions(wanted);
        if (wanted.Count == 0) return grades;
        List<SearchCondition> left = [.. LeftOut(text)];
        var alone = new SearchCondition?[Count];
        for (var grade = 0; grade < FirstOfFields; grade++)
            alone[grade] = Without(grades[grade]!, [.. NamedBy(wanted, Enumerable.Range(0, grade), RoleOf(grade)), .. left]);

        // A name that is meant has all words in it, so that a field once asked for stands for the grades of its names.
        var better = new List<SearchCondition>();
        for (var (grade, role) = (FirstOfFields, 0); role < Roles.Length; grade += 2, role++)
        {
            var ahead = NamedBy(wanted, Enumerable.Range(0, FirstOfFields).Where(of => RoleOf(of) >= Roles[role]), Roles[role]).ToList();
            alone[grade] = Without(grades[grade]!, [.. ahead, .. better, .. left]);
            alone[grade + 1] = Without(grades[grade + 1]!, [.. ahead, .. better, grades[grade]!, .. left]);
            better.Add(grades[grade + 1]!);
        }

        if (wanted.Count == 1) return alone;
        alone[^2] = Without(grades[^2]!, [.. better, .. left]);
        alone[^1] = Without(grades[^1]!, [.. better, AsSpelled(wanted), .. left]);
        return alone;
    }

    /// <summary>
    /// The same for whoever asks for the grades of a group together, and gives a node the best of those that find it: a condition leaves out
    /// what the groups before find, and may find what a better grade of its own group does. They are shorter by as much.
    /// </summary>
    public static SearchCondition?[] InGroups(SearchText text)
    {
        List<SearchTerm> wanted = [.. text.Wanted];
        var grades = Conditions(wanted);
        if (wanted.Count == 0) return grades;
        List<SearchCondition> left = [.. LeftOut(text)];

        // All that has a grade of a field's names or words, and no text, is found by the words of the fields.
        List<SearchCondition> named = [.. NamedBy(wanted, Enumerable.Range(0, FirstOfFields), known: null)];
        List<SearchCondition> fields = [.. Fields(text).OfType<SearchCondition>()];
        IReadOnlyList<SearchCondition>[] before = [[], named, fields, [.. fields, grades[Groups[^2]]!]];
        return [.. grades.Select((grade, i) => grade is null ? null : Without(grade, [.. before[GroupOf(i)], .. left]))];
    }

    private static int GroupOf(int grade) => Groups.Count(first => first <= grade) - 1;

    // What grades of names find. Where all words are known to stand in a field of the role they need not be asked for again, and those of
    // another role but once: an index takes long over the beginning of a word.
    private static IEnumerable<SearchCondition> NamedBy(List<SearchTerm> wanted, IEnumerable<int> grades, SearchRole? known)
    {
        foreach (var ofRole in grades.GroupBy(RoleOf))
        {
            var names = SearchCondition.Any(ofRole.Select(grade => NameOf(wanted, grade)));
            yield return ofRole.Key == known ? names : SearchCondition.All([names, In(wanted, ofRole.Key)]);
        }
    }

    private static SearchRole RoleOf(int grade) => Names[grade / 2 % Names.Length];

    private static SearchCondition NameOf(List<SearchTerm> wanted, int grade) =>
        Named(wanted, RoleOf(grade), isWhole: grade < FirstOfFields / 2, isExact: grade % 2 == 0);

    // Each by itself, whatever is better.
    private static SearchCondition?[] Conditions(List<SearchTerm> wanted)
    {
        var grades = new SearchCondition?[Count];
        if (wanted.Count == 0) return grades;
        var spelled = AsSpelled(wanted);
        var at = 0;
        for (; at < FirstOfFields; at++) grades[at] = SearchCondition.All([NameOf(wanted, at), In(wanted, RoleOf(at))]);
        foreach (var role in Roles)
        {
            grades[at++] = SearchCondition.All([In(wanted, role), spelled]);
            grades[at++] = In(wanted, role);
        }

        if (wanted.Count == 1) return grades;
        var anywhere = SearchCondition.All(wanted.Select(Anywhere));
        grades[at++] = SearchCondition.All([anywhere, spelled]);
        grades[at] = anywhere;
        return grades;
    }

    private static SearchCondition In(List<SearchTerm> wanted, SearchRole role) => SearchCondition.All(wanted.Select(term => term.In(role)));

    private static SearchCondition AsSpelled(List<SearchTerm> wanted) => SearchCondition.All(wanted.Select(term => term.AsSpelled()));

    private static IEnumerable<SearchCondition> LeftOut(SearchText text) => text.Terms.Where(term => term.IsExcluded).Select(Anywhere);

    /// <summary>
    /// What an index does well to ask before the conditions of a grade: without it nothing has that grade, and it is found out sooner, because
    /// no word as it is spelled, which may stand in every text, has to be looked up. All words in a field; the grades of a field share it. Text,
    /// in which most words stand, is not among them.
    /// </summary>
    public static SearchCondition?[] Fields(SearchText text)
    {
        List<SearchTerm> wanted = [.. text.Wanted];
        return [.. Roles[..^1].Select(role => wanted.Count == 0 ? null : In(wanted, role))];
    }

    /// <summary>How many <see cref="Fields"/> there are.</summary>
    public static int FieldCount => Roles.Length - 1;

    /// <summary>Which of <see cref="Fields"/> is to be asked before a grade; null: none.</summary>
    public static int? FieldOf(int grade)
    {
        if (grade < FirstOfFields) return grade / 2 % Names.Length;
        var field = (grade - FirstOfFields) / 2;
        return field < FieldCount ? field : null;
    }

    /// <summary>
    /// Where groups of grades begin that an index is asked for one after the other, until enough is found: whole names and what begins so; words
    /// of names, other names and titles; texts as they are spelled, in which most words stand; and the rest, which few searches need.
    /// </summary>
    public static IReadOnlyList<int> Groups { get; } = [0, FirstOfFields, FirstOfFields + 2 * FieldCount, FirstOfFields + 2 * FieldCount + 1];

    private static SearchCondition Without(SearchCondition condition, IReadOnlyList<SearchCondition> others) =>
        others.Count == 0 ? condition : new TokensExcept(condition, others);

    /// <summary>What has any of the grades; null where nothing is searched for.</summary>
    public static SearchCondition? Whole(SearchText text)
    {
        List<SearchTerm> wanted = [.. text.Wanted];
        if (wanted.Count == 0) return null;
        return Without(SearchCondition.All(wanted.Select(Anywhere)), [.. LeftOut(text)]);
    }

    /// <summary>What a node is found by that has a name which is nearly what was typed; null where nothing is suggested.</summary>
    /// <param name="text">What was typed.</param>
    public static SearchCondition? Near(SearchText text)
    {
        List<WordForms> words = [.. text.Wanted.SelectMany(term => term.Words)];
        if (words.Count is 0 or > Suggestions.MostWords || !words.Exists(word => word.Key.Length >= SearchTokens.ShortestNearby)) return null;
        return SearchCondition.All(words.Select(word =>
            SearchCondition.Any(SearchTokens.Nearby(word.Key).Select(token => new TokenCondition(token, IsPrefix: false)))));
    }

    private static SearchCondition Anywhere(SearchTerm term) => SearchCondition.Any(Roles.Select(term.In));

    private static SearchCondition Named(List<SearchTerm> wanted, SearchRole role, bool isWhole, bool isExact)
    {
        List<WordForms> words = [.. wanted.SelectMany(term => term.Words)];
        var end = isWhole || !wanted[^1].IsPrefix;
        return SearchCondition.Any(SearchTokens.WholeNames(role, words, isExact, end).Select(name => new TokenCondition(name, IsPrefix: !isWhole)));
    }
}
