using Graph.Model.Queries;

namespace Graph.Stores.Tests;

public abstract partial class ReadingContract<TStores>
{
    [StoreFact]
    public async Task AConnectionAnswersOnlyWhatIsAsked()
    {
        Assert.Equal("[null,null,null]", await ReadConnectionAsync("Film", null, null));
        Assert.Equal("[null,5,null]", await ReadConnectionAsync("Film", null, null, totalCount: true));
        Assert.Equal(
            """[[["f1"],["f2"]],null,null]""",
            await ReadConnectionAsync("Film", null, Edges([Up("Film.id")], new(Limit: Int(2)), Get("Film.id"))));
    }

    [StoreFact]
    public async Task TheTotalCountObeysTheConditionAndNotThePage()
    {
        Assert.Equal(
            """[[["f1"]],2,null]""",
            await ReadConnectionAsync("Film", Is("Film.minutes", 90), Edges([Up("Film.id")], new(Limit: Int(1)), Get("Film.id")), totalCount: true));
        Assert.Equal("[null,6,null]", await ReadConnectionAsync("Artist", null, null, totalCount: true));
        Assert.Equal("[null,2,null]", await ReadConnectionAsync("Troupe", null, null, totalCount: true));
        Assert.Equal(
            "[[],0,null]",
            await ReadConnectionAsync("Film", Is("Film.id", "none"), Edges([Up("Film.id")], Whole, Get("Film.id")), totalCount: true));
    }

    [StoreFact]
    public async Task ParallelRelationshipsAreAnEdgeEach() => Assert.Equal(
        ["""[[[["p1","lead",1,"1949-03-01"],["p1","writer",3,null],["p1",null,null,null],["p2","lead",2,null]],4,null]]"""],
        await FilmAsync(
            "f1",
            Connection(
                "Film.artists",
                Edges(
                    [Up("Artist.id"), Up("WORKED_ON.role")],
                    Whole,
                    Get("Artist.id"),
                    Get("WORKED_ON.role"),
                    Get("WORKED_ON.billing"),
                    Get("WORKED_ON.since")),
                totalCount: true)));

    [StoreFact]
    public async Task EdgesAreOrderedByNodeAndRelationship() => Assert.Equal(
        ["""[[[[null],["writer"],["lead"],["lead"]],null,null]]"""],
        await FilmAsync(
            "f1",
            Connection("Film.artists", Edges([Down("WORKED_ON.role"), Down("WORKED_ON.billing"), Up("Artist.id")], Whole, Get("WORKED_ON.role")))));

    [StoreFact]
    public async Task AConditionOnEdgesHoldsForEdgesCountAndAggregates() => Assert.Equal(
        ["""[[[["p2"]],2,[2,2,3]]]"""],
        await FilmAsync("f1", Connection(
            "Film.artists",
            Edges([Up("WORKED_ON.billing")], new(Offset: Int(1)), Get("Artist.id")),
            totalCount: true,
            Is("WORKED_ON.role", "lead"),
            Over(AggregateFunction.CountNodes),
            Over(AggregateFunction.CountEdges),
            Over(AggregateFunction.Sum, "WORKED_ON.billing"))));

    [StoreFact]
    public async Task FromTheOtherEndTheSameEdgesAreSeen() => Assert.Equal(
        ["""[[[["f1","lead"],["f1","writer"],["f1",null],["f2","lead"]],4,null]]"""],
        await ReadAsync(
            "Artist",
            Is("Artist.id", "p1"),
            ById("Artist"),
            Select(Connection(
                "Artist.films",
                Edges([Up("Film.id"), Up("WORKED_ON.role")], Whole, Get("Film.id"), Get("WORKED_ON.role")),
                totalCount: true))));

    [StoreFact]
    public async Task ConnectionsNest() => Assert.Equal(
        ["""[[[["p1",[[["f1"],["f2"]],null,null]]],null,null]]"""],
        await FilmAsync("f2", Connection(
            "Film.artists",
            Edges(
                [Up("Artist.id")],
                new(Limit: Int(1)),
                Get("Artist.id"),
                Connection("Artist.films", Edges([Up("Film.id")], Whole, Get("Film.id")), where: Any(Is("WORKED_ON.role", "lead")))))));

    [StoreFact]
    public async Task TheEdgesOfOneFamilyLeaveTheOthersOut() => Assert.Equal(
        ["""["a1",[[["f1"],["f2"]],2,[2,2]]]""", """["a2",[[],0,[0,0]]]"""],
        await ReadAsync(
            "Award",
            null,
            ById("Award"),
            Select(Get("Award.id"), Connection(
                "Award.films",
                Edges([Up("Film.id")], Whole, Get("Film.id")),
                totalCount: true,
                null,
                Over(AggregateFunction.CountNodes),
                Over(AggregateFunction.CountEdges)))));

    [StoreFact]
    public async Task AnAggregateRunsOverAllMatches() => Assert.Equal(
        """[null,null,[5,90,100,280,93.33333333333333,"-5","9007199254740993","1950-01-01","1970-12-31","1950-01-01T20:00:00.000Z","COMEDY","NOIR"]]""",
        await ReadConnectionAsync(
            "Film",
            null,
            null,
            false,
            Over(AggregateFunction.CountNodes),
            Over(AggregateFunction.Min, "Film.minutes"),
            Over(AggregateFunction.Max, "Film.minutes"),
            Over(AggregateFunction.Sum, "Film.minutes"),
            Over(AggregateFunction.Average, "Film.minutes"),
            Over(AggregateFunction.Min, "Film.budget"),
            Over(AggregateFunction.Max, "Film.budget"),
            Over(AggregateFunction.Min, "Film.released"),
            Over(AggregateFunction.Max, "Film.released"),
            Over(AggregateFunction.Min, "Film.premiere"),
            Over(AggregateFunction.Min, "Film.genre"),
            Over(AggregateFunction.Max, "Film.genre")));

    [StoreFact]
    public async Task AggregatesOfFloatsAreExact() => Assert.Equal(
        "[null,null,[0.30000000000000004,1e+21]]",
        await ReadConnectionAsync(
            "Film",
            null,
            null,
            false,
            Over(AggregateFunction.Min, "Film.rating"),
            Over(AggregateFunction.Max, "Film.rating")));

    [StoreFact]
    public async Task SumsAndMeansOfFloatsAreFloats() => Assert.Equal(
        "[null,null,[8.5,4.25,1]]",
        await ReadConnectionAsync(
            "Film",
            All(Is("Film.rating", ComparisonOperator.Less, 100.0), Is("Film.rating", ComparisonOperator.Greater, 0.5)),
            null,
            false,
            Over(AggregateFunction.Sum, "Film.rating"),
            Over(AggregateFunction.Average, "Film.rating"),
            Over(AggregateFunction.Min, "Film.rating")));

    [StoreFact]
    public async Task TextIsMeasuredInCodePoints() => Assert.Equal(
        """[null,null,["Dawn","A \"quoted\" \\ title\nover\u0001lines",4,29,11.6]]""",
        await ReadConnectionAsync(
            "Film",
            null,
            null,
            false,
            Over(AggregateFunction.Shortest, "Film.title"),
            Over(AggregateFunction.Longest, "Film.title"),
            Over(AggregateFunction.ShortestLength, "Film.title"),
            Over(AggregateFunction.LongestLength, "Film.title"),
            Over(AggregateFunction.AverageLength, "Film.title")));

    [StoreFact]
    public async Task AnAggregateOverNothing() => Assert.Equal(
        """[null,null,[0,0,null,null,0,null,null,null,null]]""",
        await ReadConnectionAsync(
            "Film",
            Is("Film.id", "none"),
            null,
            false,
            Over(AggregateFunction.CountNodes),
            Over(AggregateFunction.CountEdges),
            Over(AggregateFunction.Min, "Film.minutes"),
            Over(AggregateFunction.Max, "Film.rating"),
            Over(AggregateFunction.Sum, "Film.minutes"),
            Over(AggregateFunction.Average, "Film.minutes"),
            Over(AggregateFunction.Shortest, "Film.title"),
            Over(AggregateFunction.LongestLength, "Film.title"),
            Over(AggregateFunction.Max, "Film.released")));

    [StoreFact]
    public async Task AValueOfANodeCountsOnceHoweverManyRelationshipsLeadToIt() => Assert.Equal(
        ["""[[null,4,[2,4,190,95,9,"lead","writer"]]]"""],
        await ReadAsync(
            "Artist",
            Is("Artist.id", "p1"),
            ById("Artist"),
            Select(Connection(
                "Artist.films",
                null,
                totalCount: true,
                where: null,
                Over(AggregateFunction.CountNodes),
                Over(AggregateFunction.CountEdges),
                Over(AggregateFunction.Sum, "Film.minutes"),
                Over(AggregateFunction.Average, "Film.minutes"),
                Over(AggregateFunction.Sum, "WORKED_ON.billing"),
                Over(AggregateFunction.Shortest, "WORKED_ON.role"),
                Over(AggregateFunction.Longest, "WORKED_ON.role")))));

    private static EdgeSelection Edges(SortKey[] sort, Page page, params Column[] columns) => new(sort, page, Select(columns));
}
