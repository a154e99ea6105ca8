using Graph.Model.Queries;

namespace Graph.Stores.Tests;

public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task SomeRelationshipLeadsToANodeForWhichTheConditionHolds()
    {
        Assert.Equal(["f1", "f2"], await FilmsAsync(Some("Film.studio", Is("Studio.name", "First"))));
        Assert.Equal(["f1", "f2", "f4"], await FilmsAsync(Some("Film.studio")));
        Assert.Equal(["f3", "f5"], await FilmsAsync(No(Some("Film.studio"))));
        Assert.Equal(["f1", "f2"], await FilmsAsync(Some("Film.artists", Is("Artist.id", "p1"))));
    }

    [StoreFact]
    public async Task NodeAndEdgeOfOneConditionHoldForOneRelationship()
    {
        Assert.Equal(["f1"], await FilmsAsync(Some("Film.artists", All(Is("Artist.id", "p1"), Is("WORKED_ON.role", "writer")))));
        Assert.Empty(await FilmsAsync(Some("Film.artists", All(Is("Artist.id", "p2"), Is("WORKED_ON.role", "writer")))));
        Assert.Equal(
            ["f1"],
            await FilmsAsync(All(Some("Film.artists", Is("Artist.id", "p2")), Some("Film.artists", Is("WORKED_ON.role", "writer")))));
    }

    [StoreFact]
    public async Task PropertiesOfRelationshipsAreComparedByKind()
    {
        Assert.Equal(["f1"], await FilmsAsync(Some("Film.artists", Is("WORKED_ON.since", ComparisonOperator.Less, new DateOnly(1950, 1, 1)))));
        Assert.Equal(["f2"], await FilmsAsync(Some("Film.artists", Is("WORKED_ON.billing", ComparisonOperator.Greater, 3))));
        Assert.Equal(["f1", "f2"], await FilmsAsync(Some("Film.artists", IsMissing("WORKED_ON.role"))));
        Assert.Equal(["f4"], await FilmsAsync(Some("Film.artists", Is("WORKED_ON.role", ""))));
    }

    [StoreFact]
    public async Task AnUnknownRelatedConditionIsNoMatchAndItsAbsenceIsCertain() =>
        Assert.Equal(["t1", "t2"], await IdsAsync("Troupe", No(Some("Troupe.films", Is("Film.genre", "NOIR")))));

    [StoreFact]
    public async Task ConditionsNestOverSeveralRelationships()
    {
        Assert.Equal(["s1"], await IdsAsync("Studio", Some("Studio.films", Some("Film.artists", Some("Artist.knows", Is("Artist.id", "t1"))))));
        Assert.Equal(["a1"], await IdsAsync(
            "Award",
            Some("Award.films", Some("Film.artists", All(Is("Artist.name", "Ada"), Some("Artist.awards", Is("Award.name", "Gold")))))));
        Assert.Equal(["s1", "s2", "s3"], await IdsAsync("Studio", No(Some("Studio.films", Some("Film.remakeOf")))));
    }

    [StoreFact]
    public async Task SeveralRelatedConditionsHoldTogether()
    {
        Assert.Equal(["f1"], await FilmsAsync(All(Some("Film.artists", Is("Artist.id", "p1")), Some("Film.artists", Is("Artist.id", "p2")))));
        Assert.Equal(
            ["f1", "f2", "f4"],
            await FilmsAsync(Any(Some("Film.artists", Is("Artist.id", "p1")), Some("Film.artists", Is("Artist.id", "p3")))));
        Assert.Equal(["f2"], await FilmsAsync(All(Is("Film.id", "f2"), Some("Film.artists", Is("Artist.id", "p1")))));
        Assert.Equal(["f2"], await FilmsAsync(All(Some("Film.artists", Is("Artist.name", "Ada")), No(Some("Film.artists", Is("Artist.id", "p2"))))));
    }

    [StoreFact]
    public async Task ExactlyOneCountsParallelRelationshipsEach()
    {
        Assert.Empty(await FilmsAsync(All(Is("Film.id", "f1"), new ExistsSingle(Field("Film.artists"), Is("Artist.id", "p1")))));
        Assert.Equal(["f2"], await FilmsAsync(new ExistsSingle(Field("Film.artists"), Is("Artist.id", "p1"))));
        Assert.Equal(["f4"], await FilmsAsync(new ExistsSingle(Field("Film.artists"), null)));
        Assert.Equal(["f1", "f2", "f3", "f5"], await FilmsAsync(No(new ExistsSingle(Field("Film.artists"), null))));
    }

    [StoreFact]
    public async Task RelatedNodesOfAnotherFamilyDoNotCount()
    {
        Assert.Equal(["a1"], await IdsAsync("Award", Some("Award.films")));
        Assert.Equal(["a2"], await IdsAsync("Award", No(Some("Award.films"))));
        Assert.Equal(["a1", "a2"], await IdsAsync("Award", new ExistsSingle(Field("Award.artists"), null)));
    }

    [StoreFact]
    public async Task CountsAreComparedOverNodesAndOverRelationships()
    {
        Assert.Equal(["f1", "f2"], await FilmsAsync(Aggregate("Film.artists", AggregateFunction.CountNodes, null, ComparisonOperator.Equal, Int(2))));
        Assert.Equal(["f1"], await FilmsAsync(Aggregate("Film.artists", AggregateFunction.CountEdges, null, ComparisonOperator.Greater, Int(2))));
        Assert.Equal(["f3", "f5"], await FilmsAsync(Aggregate("Film.artists", AggregateFunction.CountNodes, null, ComparisonOperator.Less, Int(1))));
        Assert.Equal(["a2"], await IdsAsync("Award", Aggregate("Award.films", AggregateFunction.CountNodes, null, ComparisonOperator.Equal, Int(0))));
    }

    [StoreFact]
    public async Task AggregatesOfValuesAreCompared()
    {
        Assert.Equal(
            ["s1"],
            await IdsAsync("Studio", Aggregate("Studio.films", AggregateFunction.Max, "Film.minutes", ComparisonOperator.Equal, Int(100))));
        Assert.Equal(["s1"], await IdsAsync("Studio", Aggregate(
            "Studio.films",
            AggregateFunction.Average,
            "Film.minutes",
            ComparisonOperator.Equal,
            Value(Graph.Model.Ontologies.ScalarKind.Float, 95.0))));
        Assert.Equal(["f1"], await FilmsAsync(Aggregate(
            "Film.artists",
            AggregateFunction.Sum,
            "WORKED_ON.billing",
            ComparisonOperator.In,
            Value(Graph.Model.Ontologies.ScalarKind.Int, new object[] { 6, 7 }))));
        Assert.Equal(
            ["f1"],
            await FilmsAsync(Aggregate("Film.artists", AggregateFunction.LongestLength, "WORKED_ON.role", ComparisonOperator.Equal, Int(6))));
        Assert.Equal(["f1"], await FilmsAsync(Aggregate(
            "Film.artists",
            AggregateFunction.Longest,
            "Artist.name",
            ComparisonOperator.Equal,
            Value(Graph.Model.Ontologies.ScalarKind.String, "Émile"))));
    }

    [StoreFact]
    public async Task AComparedValueOfANodeCountsOnceHoweverManyRelationshipsLeadToIt()
    {
        Assert.Equal(
            ["p1"],
            await IdsAsync("Player", Aggregate("Player.films", AggregateFunction.Sum, "Film.minutes", ComparisonOperator.Equal, Int(190))));
        Assert.Equal(["p1"], await IdsAsync("Player", Aggregate(
            "Player.films",
            AggregateFunction.Average,
            "Film.minutes",
            ComparisonOperator.Equal,
            Value(Graph.Model.Ontologies.ScalarKind.Float, 95.0))));
    }

    [StoreFact]
    public async Task AnAggregateOverNothingIsUnknownAndASumZero()
    {
        Assert.Equal(
            ["s2", "s3"],
            await IdsAsync("Studio", Aggregate("Studio.films", AggregateFunction.Sum, "Film.minutes", ComparisonOperator.Equal, Int(0))));
        Assert.Empty(await IdsAsync(
            "Studio",
            All(Is("Studio.id", "s3"), No(Aggregate("Studio.films", AggregateFunction.Min, "Film.minutes", ComparisonOperator.Equal, Int(1))))));
    }

    private AggregateComparison Aggregate(string field, AggregateFunction function, string? path, ComparisonOperator comparison, Parameter value) =>
        new(Field(field), Over(function, path), comparison, value);
}
