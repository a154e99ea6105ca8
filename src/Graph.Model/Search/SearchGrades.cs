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
        var grades = new SearchCondition?[Count];
        List<SearchTerm> wanted = [.. text.Wanted];
        if (wanted.Count == 0) return grades;
        List<SearchCondition> left = [.. text.Terms.Where(term => term.IsExcluded).Select(Anywhere)];
        var spelled = SearchCondition.All(wanted.Select(term => term.AsSpelled()));
        var inFields = Roles.ToDictionary(role => role, role => SearchCondition.All(wanted.Select(term => term.In(role))));
        var named = new List<SearchCondition>();
        var better = new List<SearchCondition>();
        var at = 0;
        foreach (var isWhole in new[] { true, false })
        {
            foreach (var role in Names)
            {
                foreach (var isExact in new[] { true, false })
                {
                    named.Add(SearchCondition.All([Named(wanted, role, isWhole, isExact), inFields[role]]));
                    grades[at++] = Without(named[^1], [.. named[..^1], .. left]);
                }
            }
        }

        // A name that is meant has all words in it, so that a field once asked for stands for the grades of its names.
        foreach (var role in Roles)
        {
            var ahead = named.Where((_, i) => Names[i / 2 % Names.Length] >= role).ToList();
            var exact = SearchCondition.All([inFields[role], spelled]);
            grades[at++] = Without(exact, [.. ahead, .. better, .. left]);
            grades[at++] = Without(inFields[role], [.. ahead, .. better, exact, .. left]);
            better.Add(inFields[role]);
        }

        if (wanted.Count == 1) return grades;
        var anywhere = SearchCondition.All(wanted.Select(Anywhere));
        grades[at++] = Without(SearchCondition.All([anywhere, spelled]), [.. better, .. left]);
        grades[at] = Without(anywhere, [.. better, spelled, .. left]);
        return grades;
    }

    /// <summary>
    /// What an index does well to ask before the conditions of a grade: without it nothing has that grade, and it is found out sooner, because
    /// no word as it is spelled, which may stand in every text, has to be looked up. All words in a field; the grades of a field share it. Text,
    /// in which most words stand, is not among them.
    /// </summary>
    public static SearchCondition?[] Fields(SearchText text)
    {
        List<SearchTerm> wanted = [.. text.Wanted];
        return [.. Roles[..^1].Select(role => wanted.Count == 0 ? null : SearchCondition.All(wanted.Select(term => term.In(role))))];
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

    private static SearchCondition Without(SearchCondition condition, IReadOnlyList<SearchCondition> others) =>
        others.Count == 0 ? condition : new TokensExcept(condition, others);

    /// <summary>What has any of the grades; null where nothing is searched for.</summary>
    public static SearchCondition? Whole(SearchText text)
    {
        List<SearchTerm> wanted = [.. text.Wanted];
        if (wanted.Count == 0) return null;
        return Without(SearchCondition.All(wanted.Select(Anywhere)), [.. text.Terms.Where(term => term.IsExcluded).Select(Anywhere)]);
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
