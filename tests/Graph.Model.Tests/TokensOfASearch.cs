using System.Text;
using CsCheck;
using Graph.Model.Search;
using Graph.Model.Stores;

namespace Graph.Model.Tests;

/// <summary>Whatever is typed is a search, or refused with a sentence.</summary>
public sealed class TokensOfASearch
{
    [Theory]
    [InlineData("Lavrov met", "lavrov met*")]
    [InlineData("\"met Lavrov\" in", "[met lavrov] in*")]
    [InlineData("talks -Lavrov", "talks -lavrov")]
    [InlineData("talks -\"met Lavrov\"", "talks -[met lavrov]")]
    [InlineData("al-Assad", "al assad*")]
    [InlineData("- talks", "talks*")]
    [InlineData("-", "")]
    [InlineData("\"", "")]
    [InlineData("\"\"", "")]
    [InlineData("\"met Lavrov", "met lavrov*")]
    [InlineData("“met Lavrov”", "[met lavrov]")]
    [InlineData("\"talks\" .", "talks")]
    [InlineData("习近平", "[习 近 平]")]
    [InlineData("a AND b OR NOT c*", "a and b or not c*")]
    [InlineData("(title:x) ^2 ~ {y} [z] \\ / \u0000", "title x 2 y z*")]
    [InlineData("😀 !?", "")]
    [InlineData("'); DROP TABLE x --", "drop table x*")]
    public void Typed(string text, string read) => Assert.Equal(read, Print(SearchText.Of(text, prefix: true)));

    [Fact]
    public void TooManyWordsAreRefusedWithASentence()
    {
        var refusal = Assert.Throws<QueryRefusedException>(() => SearchText.Of(string.Join(' ', Enumerable.Repeat("word", 2_000)), prefix: true));
        Assert.Equal("The text of this search has 2,000 words, and at most 24 are searched for at once: leave the most common ones out.", refusal.Message);
    }

    [Fact]
    public void AnyTextIsReadAndItsTokensHoldNoSignOfAQueryLanguage() => Gen.String[Gen.Char, 0, 60].Sample(text =>
    {
        try
        {
            foreach (var token in Conditions(text).OfType<SearchCondition>().SelectMany(Tokens))
                Assert.DoesNotContain(
                    token, sign => char.IsAscii(sign) && !char.IsAsciiLetterLower(sign) && !char.IsAsciiDigit(sign) && sign is not ('_' or '.'));
        }
        catch (QueryRefusedException)
        {
            // More words than are searched for.
        }
    });

    [Fact]
    public void TenThousandSignsTakeNoTime()
    {
        foreach (var sign in new[] { "\"", "-", "-\"", "😀", "a", "习", "\" a" })
        {
            var text = new StringBuilder().Insert(0, sign, 10_000 / sign.Length).ToString();
            try
            {
                _ = Conditions(text).ToList();
            }
            catch (QueryRefusedException refusal)
            {
                Assert.StartsWith("The text of this search has ", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("lavrov", "He met Sergey Lavrov.", "He met Sergey Lavrov.", "14-20")]
    [InlineData("лавр", "He met Lavrov, and Lawrow again", "He met Lavrov, and Lawrow again", "7-13 19-25")]
    [InlineData("\"met him\"", "He met him, met 😀 him", "He met him, met 😀 him", "3-10 12-21")]
    [InlineData("him", "😀 him e\u0301", "😀 him e\u0301", "2-5")]
    [InlineData("Xi Jinping", "与习近平会谈", "与习近平会谈", "1-2 2-4")]
    [InlineData("习近平", "He met Xi Jinping", "He met Xi Jinping", "7-17")]
    [InlineData("\"him met\"", "He met him", null, "")]
    [InlineData("-him", "He met him", null, "")]
    [InlineData("selenskyj", "He met Zelensky", null, "")]
    [InlineData("lavrov", "He met La\u00ADvrov", "He met La\u00ADvrov", "7-14")]
    public void Snippets(string typed, string text, string? snippet, string ranges)
    {
        var found = Snippet.Of(SearchText.Of(typed, prefix: true), SearchRole.Text, [text]);
        Assert.Equal(snippet, found?.Text);
        Assert.Equal(ranges, found is null ? "" : string.Join(' ', found.Ranges.Select(range => $"{range.Start}-{range.End}")));
    }

    [Theory]
    [InlineData("selenskyj", "Volodymyr Zelensky", "10-18")]
    [InlineData("selens", "Volodymyr Zelensky", "10-18")]
    [InlineData("zakharova", "Marija Sacharowa", "7-16")]
    public void SnippetsOfNames(string typed, string name, string range)
    {
        var (start, end) = Assert.Single(Snippet.Of(SearchText.Of(typed, prefix: true), SearchRole.Name, [name])!.Ranges);
        Assert.Equal(range, $"{start}-{end}");
    }

    [Fact]
    public void ALongTextIsCutBetweenSignsAsPeopleSeeThem()
    {
        var family = "👨‍👩‍👧‍👦";
        var text = string.Concat(Enumerable.Repeat(family, 40)) + " Lavrov " + string.Concat(Enumerable.Repeat(family, 40));
        var found = Snippet.Of(SearchText.Of("lavrov", prefix: true), SearchRole.Text, ["nothing", text])!;
        Assert.StartsWith("…" + family, found.Text, StringComparison.Ordinal);
        Assert.EndsWith(family + "…", found.Text, StringComparison.Ordinal);
        Assert.Equal("", found.Text.Replace(family, "").Replace("Lavrov", "").Trim('…', ' '));
        var (start, end) = Assert.Single(found.Ranges);
        Assert.Equal("Lavrov", string.Concat(found.Text.EnumerateRunes().Skip(start).Take(end - start)));
        Assert.InRange(found.Text.EnumerateRunes().Count(), 1, Snippet.MaxLength + 2);
    }

    [Theory]
    [InlineData("Lavorv", "Sergey Lavrov")]
    [InlineData("Lavro", "Sergey Lavrov")]
    [InlineData("Lavxzov", "")]
    [InlineData("Sergey Labrov", "Sergey Lavrov")]
    [InlineData("Zelenski", "Volodymyr Zelensky")]
    [InlineData("lav", "")]
    public void Suggested(string typed, string name)
    {
        NearName[] names = [new("Sergey Lavrov", 3, ["Sergey Lavrov"]), new("Volodymyr Zelensky", 9, ["Володимир Зеленський", "Zelensky"])];
        Assert.Equal(name, string.Join('|', Suggestions.Of(SearchText.Of(typed, prefix: true), names)));
    }

    private static string Print(SearchText text) => string.Join(' ', text.Terms.Select(term =>
        (term.IsExcluded ? "-" : "") + (term.Words is [var only] ? only.Exact : $"[{string.Join(' ', term.Words.Select(word => word.Exact))}]") + (term.IsPrefix ? "*" : "")));

    private static IEnumerable<string> Tokens(SearchCondition condition) => condition switch
    {
        TokenCondition token => [token.Text],
        TokensInOrder phrase => phrase.Tokens,
        AllTokens all => all.Conditions.SelectMany(Tokens),
        AnyToken any => any.Conditions.SelectMany(Tokens),
        TokensExcept except => except.Others.Append(except.Condition).SelectMany(Tokens),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static IEnumerable<SearchCondition?> Conditions(string typed)
    {
        var grades = new SearchGrades(SearchText.Of(typed, prefix: true));
        return Enumerable.Range(0, SearchGrades.Count).Select(grade => grades.Alone(grade)).Concat(grades.InGroups()).Append(grades.Near());
    }
}
