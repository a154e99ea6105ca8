using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Tests;

public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task AlternativesAnswerWhatEachOfThemAnswersAlone()
    {
        Func<Filter>[][] groups =
        [
            [() => Is("Film.genre", "DRAMA"), () => Is("Film.genre", ComparisonOperator.In, new object?[] {
                "NOIR",
                null }!), () => Is("Film.genre", ComparisonOperator.In, Array.Empty<object>())],
            [() => Is("Film.minutes", 90), () => Is("Film.minutes", 100), () => Is("Film.minutes", 7)],
            [() => Is("Film.premiere", new DateTimeOffset(1950, 1, 1, 20, 0, 0, TimeSpan.Zero)),
                () => Is("Film.premiere", new DateTimeOffset(1950, 1, 1, 20, 0, 0, 123, 456, TimeSpan.Zero))],
            [() => Is("Film.title", ComparisonOperator.Equal, "DAWN", caseInsensitive: true), () => Is(
                "Film.title",
                ComparisonOperator.In,
                new object[] { "dusk" },
                caseInsensitive: true), () => Is("Film.title", "DUSK")],
            [() => Some("Film.artists", Is("Artist.name", "Ada")), () => Some("Film.artists", Is("Artist.name", "ada")), () => Some(
                "Film.artists",
                Is("Artist.name", "nobody"))],
            [() => Some("Film.artists", Is("Artist.name", ComparisonOperator.Contains, "mile")), () => Some(
                "Film.artists",
                Is("Artist.name", ComparisonOperator.Contains, "lue"))],
            [() => Some("Film.artists", Is("WORKED_ON.role", "lead")), () => Some("Film.artists", Is("WORKED_ON.role", "")), () => Some(
                "Film.artists")],
            [() => Some("Film.studio", Is("Studio.id", "s1")), () => Some("Film.studio", Is("Studio.id", "s2"))],
            [() => Some("Film.remakeOf", Some("Film.studio", Is("Studio.id", "s1"))), () => Some(
                "Film.remakeOf",
                Some("Film.studio", Is("Studio.id", "s9")))],
            [() => new AggregateComparison(
                Field("Film.artists"),
                Over(AggregateFunction.CountNodes),
                ComparisonOperator.Equal,
                Int(2)), () => new AggregateComparison(Field("Film.artists"), Over(AggregateFunction.CountNodes), ComparisonOperator.Equal, Int(0))],
            [() => new AggregateComparison(
                Field("Film.artists"),
                Over(AggregateFunction.Max, "WORKED_ON.billing"),
                ComparisonOperator.Equal,
                Int(3)), () => new AggregateComparison(
                    Field("Film.artists"),
                    Over(AggregateFunction.Max, "WORKED_ON.billing"),
                    ComparisonOperator.Equal,
                    Int(5))],
            [() => No(Some("Film.artists", Is("Artist.name", "Ada"))), () => No(Some("Film.artists", Is("Artist.name", "ada")))],
            [() => new ExistsSingle(Field("Film.artists"), Is("Artist.name", "Émile")), () => new ExistsSingle(
                Field("Film.artists"),
                Is("Artist.name", "Ada"))],
        ];
        foreach (var group in groups)
        {
            List<string[]> holds = [], fails = [];
            foreach (var alternative in group)
            {
                holds.Add(await FilmsAsync(alternative()));
                fails.Add(await FilmsAsync(No(alternative())));
            }

            Filter[] Each() => [.. group.Select(alternative => alternative())];
            Assert.Equal(holds.SelectMany(ids => ids).Distinct().Order(), await FilmsAsync(Any(Each())));
            Assert.Equal(fails.Aggregate((one, other) => [.. one.Intersect(other)]), await FilmsAsync(No(Any(Each()))));
            Assert.Equal(fails.Aggregate((one, other) => [.. one.Intersect(other)]), await FilmsAsync(All([.. Each().Select(No)])));
            Assert.Equal(holds.Aggregate((one, other) => [.. one.Intersect(other)]), await FilmsAsync(All(Each())));
        }
    }

    [StoreFact]
    public void AStatementDoesNotGrowWithTheNumberOfItsAlternatives()
    {
        string Statement(int count) =>
            Store.Compile(
                PreparedQuery.Of(
                    FilmsWhere(Any([.. Enumerable.Range(0, count).Select(i => Some("Film.artists", Is("Artist.id", $"p{i}")))])))).Statement;

        // The numbers of parameters that stand in the text of one store depend on how many there are.
        Assert.Equal(Statement(2).Length, Statement(1000).Length, 8.0);
    }

    [StoreFact]
    public async Task AThousandAlternativesAlongARelationshipAreNoMatter() => Assert.Equal(
        ["f2"],
        await FilmsAsync(
            Any([.. Enumerable.Range(0, 1000).Select(i => Some("Film.artists", Is("Artist.name", i == 999 ? "Blue Troupe" : $"none {i}")))])));

    [StoreFact]
    public void WhatIsTooMuchIsRefused()
    {
        Refuses(
            Any([.. Enumerable.Range(0, QuerySize.MaxComparisons + 1).Select(_ => Is("Film.title", ComparisonOperator.Contains, "x"))]),
            "compare 501 times, and at most 500 are allowed");
        Refuses(Path(QuerySize.MaxPathRelationships + 1), "more than 10 relationships one from another");
        Refuses(Nested(QuerySize.MaxConditionDepth + 1, 1), "nested more than 24 levels deep");
        Refuses(
            All([.. Enumerable.Range(0, QuerySize.MaxWeight + 1).Select(_ => Some("Film.artists"))]),
            "weigh 61 (1 for each in a condition, 2 in an order or selection, 3 under an aggregate condition), and at most 60");
        Refuses(Enumerable.Range(0, 100_000).Aggregate(Is("Film.title", "x"), (inner, _) => No(inner)), "nested more than 24 levels deep");
    }

    [StoreFact]
    public async Task WhatIsJustAllowedIsAnswered()
    {
        Assert.Empty(await FilmsAsync(
            Any([.. Enumerable.Range(0, QuerySize.MaxComparisons).Select(i => Is("Film.title", ComparisonOperator.Contains, $"none {i}"))])));
        Assert.Empty(await FilmsAsync(Path(QuerySize.MaxPathRelationships)));
        Assert.NotEmpty(await FilmsAsync(Nested(QuerySize.MaxConditionDepth, 1)));
        Assert.NotEmpty(await FilmsAsync(Nested(QuerySize.MaxConditionDepth - 1, 20)));
        Assert.NotEmpty(await FilmsAsync(All(No(Path(QuerySize.MaxPathRelationships)), Nested(QuerySize.MaxConditionDepth - 2, 20))));
    }

    [StoreFact]
    public async Task LongListsAndLongTextsAreNoMatter()
    {
        Assert.Equal(["f1"], await FilmsAsync(
            Is("Film.id", ComparisonOperator.In, Enumerable.Range(0, 30_000).Select(i => (object)(i == 29_999 ? "f1" : $"none {i}")).ToArray())));
        foreach (var comparison in new[] {
            ComparisonOperator.Equal,
            ComparisonOperator.Contains,
            ComparisonOperator.StartsWith,
            ComparisonOperator.EndsWith })
        {
            Assert.Empty(await FilmsAsync(Is("Film.title", comparison, new string('x', 100_000))));
            Assert.Empty(await FilmsAsync(Is("Film.title", comparison, new string('x', 100_000), caseInsensitive: true)));
        }
    }

    private ListQuery FilmsWhere(Filter where) =>
        new(Store.Ontology.FindEntity("Film")!, where, [Up("Film.id")], Whole, Select(Get("Film.id")), Parameters);

    private void Refuses(
        Filter where,
        string sentence) => Assert.Contains(
            sentence,
            Assert.Throws<QueryRefusedException>(() => Store.Compile(PreparedQuery.Of(FilmsWhere(where)))).Message,
            StringComparison.Ordinal);

    private Filter Path(int length) =>
        Enumerable.Range(1, length - 1).Aggregate(Some("Film.remakes", Is("Film.title", "none")), (inner, _) => Some("Film.remakes", inner));

    // AND and OR in turn, some comparisons beside each.
    private Filter Nested(
        int levels,
        int beside) => Enumerable.Range(0, levels).Aggregate(Is("Film.title", ComparisonOperator.Contains, "D"), (inner, level) => level % 2 == 0
        ? Any([inner, .. Enumerable.Range(0, beside).Select(_ => Is("Film.title", ComparisonOperator.Contains, "none"))])
        : All([inner, .. Enumerable.Range(0, beside).Select(_ => Is("Film.title", ComparisonOperator.Contains, ""))]));
}
