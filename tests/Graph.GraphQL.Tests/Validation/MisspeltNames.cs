using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.Tests.Validation;

public sealed class MisspeltNames
{
    [Theory]
    [InlineData("", "a,ab", "a")]
    [InlineData("greenish", "green", "green")]
    [InlineData("green", "greenishly", "")]
    [InlineData("verylongstring", "VERYLONGSTRING", "VERYLONGSTRING")]
    [InlineData("abc", "a,ab,abc", "abc,ab,a")]
    [InlineData("GraphQl", "graphics,SQL,GraphQL,quarks,mark", "GraphQL,graphics")]
    [InlineData("a", "a10,a2,a1", "a1,a2")]
    [InlineData("a1", "a10,a2,a1b", "a1b,a2,a10")]
    public void NamesAFewLettersAwayAreSuggestedNearestFirst(string input, string options, string expected) =>
        Assert.Equal(expected, string.Join(',', DidYouMean.Nearest(input, options.Split(','))));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", " Did you mean \"a\"?")]
    [InlineData("a,b", " Did you mean \"a\" or \"b\"?")]
    [InlineData("a,b,c", " Did you mean \"a\", \"b\", or \"c\"?")]
    [InlineData("a,b,c,d,e,f", " Did you mean \"a\", \"b\", \"c\", \"d\", or \"e\"?")]
    public void SuggestionsAreReadAsASentence(string names, string expected) =>
        Assert.Equal(expected, DidYouMean.Sentence(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("accusations", "Tally: { accusations: … }")]
    [InlineData("first", "Tally: { first: … },Role: { first: … }")]
    [InlineData("tally", "Tally")]
    [InlineData("elsewhere", "")]
    public void AFieldThatAnObjectWithinHasIsFoundThere(string given, string expected)
    {
        var schema = Schema.Build(
            """
            type Query { a(by: EdgeSort): Int }
            input EdgeSort { Tally: TallySort, Role: RoleSort, self: EdgeSort }
            input TallySort { accusations: Int, first: Int }
            input RoleSort { first: Int }
            """);
        Assert.Equal(
            expected,
            string.Join(',', DidYouMean.InputFields(given, (InputObjectType)schema.FindType("EdgeSort")!)));
    }

    [Fact]
    public void AnObjectWithValuesOfItsOwnIsNoChoiceBetweenOthers()
    {
        var schema = Schema.Build("type Query { a(by: Choice): Int } input Choice { id: ID, point: Point } input Point { x: Int }");
        Assert.Empty(DidYouMean.InputFields("x", (InputObjectType)schema.FindType("Choice")!));
    }
}
