using CsCheck;
using Graph.Model.Search;
using Graph.Model.Text;

namespace Graph.Model.Tests;

/// <summary>How well nodes answer searches, asked grade by grade and in groups of grades.</summary>
public sealed class GradesOfASearch
{
    private static readonly string[] Words =
        ["lavrov", "Lawrow", "Лавров", "sergei", "Serghei", "12", "120", "1", "习近平", "Xi", "Jinping", "talks", "Zelensky", "Зеленський",
        "Zelens", "Лавр", "习", "近", "İ", "Straße", "a", "Selenskyj", "Selens", "se", "Sacharowa", "Zakharova", "sahar", "zunets", "zunet", "tsar", "sar", "lav\u00ADrov"];

    // Whole names are cut within the fourth.
    private static readonly string Long = string.Join(' ', Enumerable.Repeat(new string('x', WordForms.MaxLength), 4));

    private static readonly Gen<string> Text = Gen.Frequency((9, Gen.OneOf(Words).Array[1, 3]), (1, Gen.OneOf("a", "b").Select(last => new[] { Long, last })))
        .Select(words => string.Join(' ', words));

    private static readonly Gen<(SearchRole Role, string Text)[]> Node =
        Gen.Select(Gen.OneOf(SearchRole.Name, SearchRole.Alias, SearchRole.Title, SearchRole.Text), Text).Array[1, 4];

    // Some words in quotation marks, some left out, the last begun.
    private static readonly Gen<SearchText> Typed = Gen.Select(Text, Gen.OneOf("{0}", "\"{0}\"", "{0} -talks", "\"{0}\" 1"), Gen.Bool)
        .Select((text, form, prefix) => SearchText.Of(string.Format(null, form, text), prefix));

    [Fact]
    public void OneHasEachNodeThatIsFound() => Gen.Select(Node, Typed).Sample((node, typed) =>
    {
        var tokens = TokensOf(node);
        var grades = new SearchGrades(typed);
        Assert.Equal(Holds(grades.Whole(), tokens) ? 1 : 0, Enumerable.Range(0, SearchGrades.Count).Count(grade => Holds(grades.Alone(grade), tokens)));
    }, iter: 20_000);

    [Fact]
    public void AreTheSameInTheOneGroupThatFindsANode() => Gen.Select(Node, Typed).Sample((node, typed) =>
    {
        var tokens = TokensOf(node);
        var grades = new SearchGrades(typed);
        var alone = Enumerable.Range(0, SearchGrades.Count).FirstOrDefault(grade => Holds(grades.Alone(grade), tokens), -1);
        List<int> found = [.. grades.InGroups().Index().Where(grade => Holds(grade.Item, tokens)).Select(grade => grade.Index)];
        Assert.Equal(alone, found.Count == 0 ? -1 : found.Min());
        Assert.True(found.Select(grade => SearchGrades.Groups.Count(first => first <= grade)).Distinct().Count() <= 1);
    }, iter: 20_000);

    [Fact]
    public void AreTheSameWhereItIsKnownInWhichFieldsNothingHasAllWords() => Gen.Select(Node, Typed).Sample((node, typed) =>
    {
        var tokens = TokensOf(node);
        var grades = new SearchGrades(typed);
        for (var grade = 0; grade < SearchGrades.Count; grade++)
            Assert.Equal(Holds(grades.Alone(grade), tokens), Holds(grades.Alone(grade, field => !Holds(grades.Field(field), tokens)), tokens));
    }, iter: 10_000);

    private static string[] TokensOf((SearchRole Role, string Text)[] node)
    {
        var tokens = new SearchTokens();
        foreach (var (role, text) in node) tokens.Add(role, text);
        return tokens.Take()!.Split(' ');
    }

    private static bool Holds(SearchCondition? condition, string[] tokens) => condition switch
    {
        null => false,
        TokenCondition { IsPrefix: true } one => tokens.Any(token => token.StartsWith(one.Text, StringComparison.Ordinal)),
        TokenCondition one => tokens.Contains(one.Text),
        TokensInOrder phrase => Enumerable.Range(0, tokens.Length).Any(at => tokens.Skip(at).Take(phrase.Tokens.Count).SequenceEqual(phrase.Tokens)),
        AllTokens all => all.Conditions.All(one => Holds(one, tokens)),
        AnyToken any => any.Conditions.Any(one => Holds(one, tokens)),
        TokensExcept except => Holds(except.Condition, tokens) && !except.Others.Any(one => Holds(one, tokens)),
        _ => throw new InvalidOperationException(),
    };
}
