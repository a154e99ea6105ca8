using Graph.Model.Queries;

namespace Graph.Stores.Tests;

public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task EveryKindOfValueIsComparedByEquality()
    {
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.id", "f1")));
        Assert.Equal(["f2"], await FilmsAsync(Is("Film.title", "Dusk")));
        Assert.Equal(["f1", "f4"], await FilmsAsync(Is("Film.released", new DateOnly(1950, 1, 1))));
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.premiere", new DateTimeOffset(1950, 1, 1, 20, 0, 0, 123, 456, TimeSpan.Zero))));
        Assert.Equal(["f1", "f5"], await FilmsAsync(Is("Film.minutes", 90)));
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.budget", 9_007_199_254_740_993)));
        Assert.Equal(["f2"], await FilmsAsync(Is("Film.rating", 0.1 + 0.2)));
        Assert.Equal(["f2", "f5"], await FilmsAsync(Is("Film.colour", true)));
        Assert.Equal(["f4"], await FilmsAsync(Is("Film.genre", "NOIR")));
    }

    [StoreFact]
    public async Task AnInstantIsAnInstantInWhateverZoneItIsAskedFor() =>
        Assert.Equal(["f4"], await FilmsAsync(Is("Film.premiere", new DateTimeOffset(1950, 1, 1, 22, 0, 0, TimeSpan.FromHours(2)))));

    [StoreFact]
    public async Task ListsAreEqualWithTheSameItemsInTheSameOrder()
    {
        Assert.Equal(["f4"], await FilmsAsync(Is("Film.genres", new object[] { "NOIR", "DRAMA" })));
        Assert.Equal(["f3", "f5"], await FilmsAsync(Is("Film.genres", Array.Empty<object>())));
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.scores", new object[] { 1.0, 2.5 })));
        Assert.Equal(["p3"], await IdsAsync("Player", Is("Player.aliases", new object[] { "say \"so\"", "one, two" })));
    }

    [StoreFact]
    public async Task AListIncludesItsItemsAndNothingElse()
    {
        Assert.Equal(["f1", "f4"], await FilmsAsync(Is("Film.genres", ComparisonOperator.Includes, "NOIR")));
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.scores", ComparisonOperator.Includes, 2.5)));
        Assert.Equal(["p3"], await IdsAsync("Player", Is("Player.aliases", ComparisonOperator.Includes, "one, two")));
        Assert.Equal(["p3"], await IdsAsync("Player", Is("Player.aliases", ComparisonOperator.Includes, "say \"so\"")));
        Assert.Empty(await IdsAsync("Player", Is("Player.aliases", ComparisonOperator.Includes, "one")));
        Assert.Empty(await IdsAsync("Player", Is("Player.aliases", ComparisonOperator.Includes, ",")));
    }

    [StoreFact]
    public async Task OrderComparesByKind()
    {
        Assert.Equal(["f2", "f5"], await FilmsAsync(Is("Film.released", ComparisonOperator.Greater, new DateOnly(1950, 1, 1))));
        Assert.Equal(["f1", "f2", "f4", "f5"], await FilmsAsync(Is("Film.released", ComparisonOperator.GreaterOrEqual, new DateOnly(1950, 1, 1))));
        Assert.Equal(
            ["f4"],
            await FilmsAsync(Is("Film.premiere", ComparisonOperator.Less, new DateTimeOffset(1950, 1, 1, 20, 0, 0, 123, 456, TimeSpan.Zero))));
        Assert.Equal(["f2"], await FilmsAsync(Is("Film.budget", ComparisonOperator.Less, 0L)));
        Assert.Equal(["f2", "f5"], await FilmsAsync(Is("Film.rating", ComparisonOperator.LessOrEqual, 1.0)));
    }

    [StoreFact]
    public async Task TextIsOrderedByCodePoint()
    {
        Assert.Equal(["f3", "f5"], await FilmsAsync(Is("Film.title", ComparisonOperator.Greater, "a")));
        Assert.Equal(["p1", "t1", "p4", "p3", "t2", "p2"], await IdsAsync("Artist", null, [Up("Artist.name")]));
    }

    [StoreFact]
    public async Task TextContainsStartsAndEndsByCodePoint()
    {
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.title", ComparisonOperator.Contains, "Daw")));
        Assert.Equal(["f5"], await FilmsAsync(Is("Film.title", ComparisonOperator.Contains, "🕊")));
        Assert.Equal(["f5"], await FilmsAsync(Is("Film.title", ComparisonOperator.StartsWith, "Ün")));
        Assert.Equal(["f5"], await FilmsAsync(Is("Film.title", ComparisonOperator.EndsWith, "🕊 sky")));
        Assert.Empty(await FilmsAsync(Is("Film.title", ComparisonOperator.EndsWith, "a very long ending that no title has")));
        Assert.Equal(["f1", "f2", "f4"], await FilmsAsync(Is("Film.genre", ComparisonOperator.Contains, "")));
        Assert.Equal(["f1", "f2", "f4"], await FilmsAsync(Is("Film.genre", ComparisonOperator.StartsWith, "")));
        Assert.Equal(["f1", "f2", "f4"], await FilmsAsync(Is("Film.genre", ComparisonOperator.EndsWith, "")));
    }

    [StoreFact]
    public async Task PercentAndUnderscoreAreOrdinaryLetters() => Assert.Empty(await FilmsAsync(Any(
        Is("Film.title", ComparisonOperator.Contains, "%"), Is("Film.title", ComparisonOperator.StartsWith, "D_wn"), Is(
            "Film.title",
            ComparisonOperator.EndsWith,
            "*"))));

    [StoreFact]
    public async Task CaseIsIgnoredInEveryScriptWhereAsked()
    {
        Assert.Equal(["p1", "p3"], await IdsAsync("Artist", Is("Artist.name", ComparisonOperator.Equal, "ADA", caseInsensitive: true)));
        Assert.Equal(["p2"], await IdsAsync("Artist", Is("Artist.name", ComparisonOperator.StartsWith, "éM", caseInsensitive: true)));
        Assert.Equal(["t2"], await IdsAsync("Artist", Is("Artist.name", ComparisonOperator.Contains, "ÅNGSTRÖ", caseInsensitive: true)));
        Assert.Equal(["p4"], await IdsAsync("Artist", Is("Artist.name", ComparisonOperator.EndsWith, "Ë 🕊", caseInsensitive: true)));
        Assert.Equal(
            ["p2", "t2"],
            await IdsAsync("Artist", Is("Artist.name", ComparisonOperator.In, new object[] { "ÉMILE", "ångström" }, caseInsensitive: true)));
        Assert.Equal(["p1"], await IdsAsync("Artist", Is("Artist.name", "Ada")));
    }

    [StoreFact]
    public async Task InMatchesItemsOfEveryKind()
    {
        Assert.Equal(["f1", "f3"], await FilmsAsync(Is("Film.id", ComparisonOperator.In, new object[] { "f3", "f1", "f9" })));
        Assert.Equal(
            ["f2", "f5"],
            await FilmsAsync(Is("Film.released", ComparisonOperator.In, new object[] { new DateOnly(1970, 12, 31), new DateOnly(1960, 2, 29) })));
        Assert.Equal(
            ["f4"],
            await FilmsAsync(Is("Film.premiere", ComparisonOperator.In, new object[] { new DateTimeOffset(1950, 1, 1, 20, 0, 0, TimeSpan.Zero) })));
        Assert.Equal(["f1", "f5"], await FilmsAsync(Is("Film.minutes", ComparisonOperator.In, new object[] { 90, 91 })));
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.budget", ComparisonOperator.In, new object[] { 9_007_199_254_740_993 })));
        Assert.Equal(["f2", "f4"], await FilmsAsync(Is("Film.rating", ComparisonOperator.In, new object[] { 0.1 + 0.2, 1e21 })));
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.colour", ComparisonOperator.In, new object[] { false })));
        Assert.Equal(["f4"], await FilmsAsync(Is("Film.genre", ComparisonOperator.In, new object[] { "NOIR" })));
    }

    [StoreFact]
    public async Task NoItemMatchesNothingAndNullItemsNeither()
    {
        Assert.Empty(await FilmsAsync(Is("Film.id", ComparisonOperator.In, Array.Empty<object>())));
        Assert.Equal(["f1"], await FilmsAsync(Is("Film.genre", ComparisonOperator.In, new object?[] { null, "DRAMA" }!)));
        Assert.Equal(["f1", "f2", "f3", "f4", "f5"], await FilmsAsync(No(Is("Film.genre", ComparisonOperator.In, Array.Empty<object>()))));
    }

    [StoreFact]
    public async Task AComparisonWithAMissingValueIsUnknownAndItsNegationToo()
    {
        Assert.Equal(["f2", "f4"], await FilmsAsync(No(Is("Film.genre", "DRAMA"))));
        Assert.Equal(["f2"], await FilmsAsync(No(Is("Film.minutes", ComparisonOperator.Less, 100))));
        Assert.Equal(["f1", "f4"], await FilmsAsync(No(Is("Film.genre", ComparisonOperator.In, new object[] { "COMEDY" }))));
        Assert.Equal(["f1", "f4"], await FilmsAsync(No(Is("Film.genre", ComparisonOperator.EndsWith, "Y"))));
        Assert.Equal(["f2", "f3", "f4", "f5"], await FilmsAsync(No(Is("Film.scores", ComparisonOperator.Includes, 2.5))));
    }

    [StoreFact]
    public async Task UnknownAndFalseIsFalseUnknownOrTrueIsTrue()
    {
        Assert.Equal(["f1", "f2", "f3", "f4", "f5"], await FilmsAsync(No(All(Is("Film.genre", "DRAMA"), Is("Film.id", "f0")))));
        Assert.Equal(["f1", "f3"], await FilmsAsync(Any(Is("Film.genre", "DRAMA"), Is("Film.id", "f3"))));
        Assert.Equal(["f2"], await FilmsAsync(No(Any(Is("Film.genre", "DRAMA"), Is("Film.minutes", 90), Is("Film.genre", "NOIR")))));
    }

    [StoreFact]
    public async Task AMissingValueIsFoundAndNeverUnknown()
    {
        Assert.Equal(["f3", "f5"], await FilmsAsync(IsMissing("Film.genre")));
        Assert.Equal(["f1", "f2", "f4"], await FilmsAsync(No(IsMissing("Film.genre"))));
    }

    [StoreFact]
    public async Task AllOfNothingHoldsAndAnyOfNothingDoesNot()
    {
        Assert.Equal(["s1", "s2", "s3"], await IdsAsync("Studio", All()));
        Assert.Empty(await IdsAsync("Studio", Any()));
        Assert.Equal(["s1", "s2", "s3"], await IdsAsync("Studio", No(Any())));
    }

    [StoreFact]
    public async Task TypesAreTested()
    {
        Assert.Equal(["t1", "t2"], await IdsAsync("Artist", new TypeTest([Type("Troupe")])));
        Assert.Equal(["p1", "p2", "p3", "p4"], await IdsAsync("Artist", No(new TypeTest([Type("Troupe")]))));
        Assert.Empty(await IdsAsync("Artist", new TypeTest([])));
        Assert.Equal(6, (await IdsAsync("Artist", new TypeTest([Type("Player"), Type("Troupe")]))).Length);
        Assert.Empty(await IdsAsync("Player", new TypeTest([Type("Troupe")])));
        Assert.Equal(["f2"], await FilmsAsync(Some("Film.artists", new TypeTest([Type("Troupe")]))));
    }

    [StoreFact]
    public async Task ThousandsOfAlternativesAreNoMatter()
    {
        var any = Enumerable.Range(0, 3000).Select(i => Is("Film.title", i == 2999 ? "Dusk" : "none")).ToArray();
        Assert.Equal(["f2"], await FilmsAsync(Any(any)));
        Assert.Equal(["f1", "f3", "f4", "f5"], await FilmsAsync(All([.. any.Select(No)])));
    }

    [StoreFact]
    public async Task ACancelledReadIsNotBegun() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ReadAsync("Film", null, ById("Film"), Select(), cancellationToken: new CancellationToken(canceled: true)));
}
