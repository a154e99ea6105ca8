using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Stores.Tests;

/// <summary>
/// What a store answers of a graph that another program has written to: what is not of its property's kind is a fault of
/// that one value, and everything beside it is answered.
/// </summary>
public abstract class DamagedContract<TStores> : StoreTest, IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();
    private IGraphStore store = null!;

    protected override IGraphStore Store => store;

    public async Task InitializeAsync()
    {
        if (!stores.AreAtHand) return;
        await stores.InitializeAsync();
        store = await stores.OpenEmptyAsync(Films);
        await Stores.WriteAsync(store, new Records(Films)
            .Node(
                "Film",
                ("id", "f1"),
                ("title", "One"),
                ("minutes", 90),
                ("budget", 9_000_000_000_000_000_000),
                ("rating", 1e308),
                ("genre", "NOIR"))
            .Node("Film", ("id", "f2"), ("title", "Two"), ("minutes", 2_000_000_000), ("budget", 9_000_000_000_000_000_000), ("rating", 1e308))
            .Node("Film", ("id", "f3"), ("title", "Three"), ("minutes", 2_000_000_000), ("budget", -9_000_000_000_000_000_000), ("rating", 1e308)));
    }

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreTheory]
    [InlineData("genre", "'OPERA'", "\"OPERA\"")]
    [InlineData("minutes", "5000000000", "5000000000")]
    [InlineData("released", "'soon'", "\"soon\"")]
    [InlineData("released", "'0000-01-01'", "\"0000-01-01\"")]
    [InlineData("premiere", "'2026-01-01'", "\"2026-01-01\"")]
    [InlineData("genres", "'DRAMA'", "\"DRAMA\"")]
    public async Task AValueOfAnotherKindIsAFaultOfItsOwn(string property, string value, string found)
    {
        await stores.DamageAsync(
            store,
            $"UPDATE Film SET {property} = {value} WHERE id = 'f1'",
            $"MATCH (n:Film {{id: 'f1'}}) SET n.{property} = {value}");
        var rows = await ReadAsync("Film", null, [Up("Film.id")], Select(Get("Film.id"), Get("Film." + property), Get("Film.title")));
        Assert.Equal($$"""["f1","fault: {{found.Replace("\"", "\\\"", StringComparison.Ordinal)}}","One"]""", rows[0]);
        Assert.EndsWith(""","Two"]""", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("fault", rows[1], StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task AnInfiniteFloatIsAFault()
    {
        await stores.DamageAsync(store, "UPDATE Film SET rating = 9e999 WHERE id = 'f1'", "MATCH (n:Film {id: 'f1'}) SET n.rating = 1.0 / 0.0");
        Assert.Contains(
            "fault",
            (await ReadAsync("Film", Is("Film.id", "f1"), [Up("Film.id")], Select(Get("Film.rating"))))[0],
            StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task AFaultInAListNamesItsPlace()
    {
        await stores.DamageAsync(
            store,
            """UPDATE Film SET genres = '["DRAMA","OPERA"]' WHERE id = 'f1'""",
            "MATCH (n:Film {id: 'f1'}) SET n.genres = ['DRAMA', 'OPERA']");
        Assert.Equal(
            ["""["fault at 1: \"OPERA\"","One"]"""],
            await ReadAsync("Film", Is("Film.id", "f1"), [Up("Film.id")], Select(Get("Film.genres"), Get("Film.title"))));
    }

    [StoreFact]
    public async Task SumsBeyondTheirTypeAreFaultsBesideOtherFigures()
    {
        var figures = await ReadConnectionAsync(
            "Film",
            Is("Film.id", ComparisonOperator.In, new List<object?> { "f1", "f2" }),
            null,
            totalCount: true,
            Over(AggregateFunction.Sum, "Film.budget"),
            Over(AggregateFunction.Sum, "Film.rating"),
            Over(AggregateFunction.Max, "Film.minutes"),
            Over(
                AggregateFunction.Average,
                "Film.rating"));
        Assert.Matches("""^\[null,2,\["fault: 1\.8[eE]\+0?19","fault: .*(Infinity|∞).*",2000000000,1e\+308\]\]$""", figures);
    }

    [StoreFact]
    public async Task ASumOfIntsBeyond32BitsIsAFault() => Assert.Equal(
        """[null,null,["fault: 4000000090"]]""",
        await ReadConnectionAsync("Film", null, null, false, Over(AggregateFunction.Sum, "Film.minutes")));

    [StoreFact]
    public async Task ASumIsExactWithin64Bits() => Assert.Equal(
        """[null,null,["0"]]""",
        await ReadConnectionAsync(
            "Film",
            Is("Film.id", ComparisonOperator.In, new List<object?> { "f2", "f3" }),
            null,
            false,
            Over(AggregateFunction.Sum, "Film.budget")));

    [StoreFact]
    public async Task AMeanOfGreatNumbersIsFinite() => Assert.Equal(
        """[null,null,[1e+308]]""",
        await ReadConnectionAsync("Film", null, null, false, Over(AggregateFunction.Average, "Film.rating")));

    [StoreFact]
    public async Task ASumThatPassesItsTypeOnTheWayIsExact()
    {
        await Stores.WriteAsync(store, new Records(Films)
            .Node("Film", ("id", "f4"), ("title", "Four"), ("budget", -9_000_000_000_000_000_000), ("rating", -1e308))
            .Node("Film", ("id", "f5"), ("title", "Five"), ("budget", 7L), ("rating", -1e308)));
        Assert.Equal(
            """[null,null,["7",1e+308]]""",
            await ReadConnectionAsync(
                "Film",
                null,
                null,
                false,
                Over(AggregateFunction.Sum, "Film.budget"),
                Over(AggregateFunction.Sum, "Film.rating")));
    }

    [StoreTheory]
    [InlineData(9_223_372_036_854_775_807, 0, "\"9223372036854775807\"")]
    [InlineData(9_223_372_036_854_775_807, 1, "\"fault: 9\\.2233720368547[0-9]+[eE]\\+?18\"")]
    [InlineData(-9_223_372_036_854_775_808, 0, "\"-9223372036854775808\"")]
    [InlineData(-9_223_372_036_854_775_808, -1, "\"fault: -9\\.2233720368547[0-9]+[eE]\\+?18\"")]
    [InlineData(-9_223_372_036_854_775_808, 9_223_372_036_854_775_807, "\"-1\"")]
    public async Task ASumIsExactToTheEndsOfItsType(long one, long other, string sum)
    {
        await Stores.WriteAsync(store, new Records(Films)
            .Node("Film", ("id", "e1"), ("title", "One"), ("budget", one))
            .Node("Film", ("id", "e2"), ("title", "Two"), ("budget", other)));
        var figures = await ReadConnectionAsync(
            "Film",
            Is("Film.id", ComparisonOperator.In, new List<object?> { "e1", "e2" }),
            null,
            false,
            Over(AggregateFunction.Sum, "Film.budget"));
        Assert.Matches($"^\\[null,null,\\[{sum}\\]\\]$", figures);
    }

    [StoreFact]
    public async Task AFloatSumOfInfinitiesOfBothSignsIsAFault()
    {
        await stores.DamageAsync(store, "UPDATE Film SET rating = 9e999 WHERE id = 'f1'", "MATCH (n:Film {id: 'f1'}) SET n.rating = 1.0 / 0.0");
        await stores.DamageAsync(store, "UPDATE Film SET rating = -9e999 WHERE id = 'f2'", "MATCH (n:Film {id: 'f2'}) SET n.rating = -1.0 / 0.0");
        Assert.Matches(
            """^\[null,3,\["fault: .+"\]\]$""",
            await ReadConnectionAsync("Film", null, null, totalCount: true, Over(AggregateFunction.Sum, "Film.rating")));
    }

    [StoreFact]
    public async Task ANodeWhoseIdIsANumberIsFoundByItsText()
    {
        await Stores.WriteAsync(store, new Records(Films).Relationship("REMAKE_OF", "Film:f2", "Film:f1"));
        await stores.DamageAsync(store, "UPDATE Film SET id = 5 WHERE id = 'f1'", "MATCH (n:Film {id: 'f1'}) SET n.id = 5");
        async Task<string[]> Found(Filter where) => [.. (await IdsAsync("Film", where)).Order(StringComparer.Ordinal)];

        Assert.Equal(["5"], await Found(Is("Film.id", "5")));
        Assert.Equal(["f2"], await Found(Is("Film.id", "f2")));
        Assert.Empty(await Found(Is("Film.id", "05")));
        Assert.Equal(["5", "f2"], await Found(Is("Film.id", ComparisonOperator.In, new List<object?> { "5", "f2" })));
        Assert.Equal(["5", "f3"], await Found(Any(Is("Film.id", "5"), Is("Film.id", "f3"))));
        Assert.Equal(["f2", "f3"], await Found(No(Is("Film.id", "5"))));
        Assert.Equal(["f2"], await Found(Some("Film.remakeOf", Is("Film.id", "5"))));
        Assert.Equal(["5"], await Found(All(Is("Film.id", "5"), Some("Film.remakes", Is("Film.id", "f2")))));
    }

    [StoreFact]
    public async Task ANodeWhoseIdIsANumberIsTheOneThatRecordsNameByItsText()
    {
        await Stores.WriteAsync(store, new Records(Films).Node("Player", ("id", "p1"), ("name", "Ada"), ("code", "x")));
        await stores.DamageAsync(store, "UPDATE Film SET id = 5 WHERE id = 'f1'", "MATCH (n:Film {id: 'f1'}) SET n.id = 5");
        await stores.DamageAsync(store, "UPDATE Artist SET id = -7 WHERE id = 'p1'", "MATCH (n:Player {id: 'p1'}) SET n.id = -7");
        Assert.Equal(
            ["5", "f2"],
            (await Store.FindAsync(Films.FindEntity("Film")!, ["5", "05", "f2", "f9"], CancellationToken.None)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["-7"], (await Store.FindAsync(Films.FindEntity("Artist")!, ["-7", "7"], CancellationToken.None)).Keys);

        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            var first = await NextAsync(new Records(Films)
                .Node(
                    "Film",
                    ("id", "5"),
                    ("title", "One"),
                    ("minutes", 90),
                    ("budget", 9_000_000_000_000_000_000),
                    ("rating", 1e308),
                    ("genre", "NOIR"))
                .Node("Player", ("id", "-7"), ("name", "Ada"), ("code", "x"))
                .Node("Player", ("id", "8"), ("name", "Bo"), ("code", "x"))
                .Relationship("REMAKE_OF", "Film:f2", "Film:5"));
            Assert.Equal((new WriteCounts(0, 0, 2), new WriteCounts(1, 0, 0)), (first.Nodes, first.Relationships));
            Assert.Equal([new Refusal(IsNode: true, 2, RefusalReason.NotUnique, "code")], first.Refused);

            // Once found, it is remembered from batch to batch.
            var second = await NextAsync(new Records(Films).Node("Film", ("id", "5"), ("title", "One, restored"))
                .Relationship("REMAKE_OF", "Film:f2", "Film:5")
                .Relationship("WORKED_ON", "Player:-7", "Film:5"));
            Assert.Equal((new WriteCounts(0, 1, 0), new WriteCounts(1, 0, 1)), (second.Nodes, second.Relationships));
            var third = await NextAsync(
                new Records(Films).Node("Film", ("id", "5"), ("title", "One, restored")).Relationship("WORKED_ON", "Player:-7", "Film:5"));
            Assert.Equal((new WriteCounts(0, 0, 1), new WriteCounts(0, 0, 1)), (third.Nodes, third.Relationships));
            async Task<WriteResult> NextAsync(Records records) => await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None);
        }

        Assert.Equal(
            ["""["One, restored"]""", """["Three"]""", """["Two"]"""],
            (await ReadAsync("Film", null, [Up("Film.id")], Select(Get("Film.title")))).Order(StringComparer.Ordinal));
        Assert.Equal(["f2"], await IdsAsync("Film", Some("Film.remakeOf", Is("Film.id", "5"))));
    }

    [StoreFact]
    public async Task ANumberAmongTextsIsComparedAsItsText()
    {
        await stores.DamageAsync(store, "UPDATE Film SET title = 7 WHERE id = 'f1'", "MATCH (n:Film {id: 'f1'}) SET n.title = 7");
        Assert.Equal(["f2"], await IdsAsync("Film", Is("Film.title", ComparisonOperator.Equal, "TWO", caseInsensitive: true)));
        Assert.Equal(["f1"], await IdsAsync("Film", Is("Film.title", ComparisonOperator.Contains, "7", caseInsensitive: true)));
    }
}
