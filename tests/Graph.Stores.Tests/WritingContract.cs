using Graph.Model.Stores;

namespace Graph.Stores.Tests;

/// <summary>What every store does with records. Each test starts with an empty store.</summary>
public abstract partial class WritingContract<TStores> : StoreTest, IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();
    private IGraphStore store = null!;

    protected override IGraphStore Store => store;

    public async Task InitializeAsync()
    {
        await stores.InitializeAsync();
        store = await stores.OpenEmptyAsync(Films);
    }

    public Task DisposeAsync() => stores.DisposeAsync();

    [StoreFact]
    public async Task ASecondImportOfTheSameChangesNothing()
    {
        var first = await WriteAsync(Few());
        Assert.Equal(new WriteCounts(4, 0, 0), first.Nodes);
        Assert.Equal(new WriteCounts(3, 0, 0), first.Relationships);
        var second = await WriteAsync(Few());
        Assert.Equal(new WriteCounts(0, 0, 4), second.Nodes);
        Assert.Equal(new WriteCounts(0, 0, 3), second.Relationships);
        Assert.Empty(second.Refused);
    }

    [StoreFact]
    public async Task ARecordReplacesAllPropertiesOfWhatIsStored()
    {
        await WriteAsync(Few());
        var result = await WriteAsync(
            new Records(Films).Node("Film", ("id", "f1"), ("title", "Dawn, restored"), ("rating", 9.0))
                .Node("Film", ("id", "f2"), ("title", "Dusk")));
        Assert.Equal(new WriteCounts(0, 1, 1), result.Nodes);
        Assert.Equal(
            ["""["Dawn, restored",null,9]"""],
            await ReadAsync("Film", Is("Film.id", "f1"), [Up("Film.id")], Select(Get("Film.title"), Get("Film.minutes"), Get("Film.rating"))));
    }

    [StoreFact]
    public async Task PropertiesOfRelationshipsAreReplacedToo()
    {
        await WriteAsync(Few());
        var result = await WriteAsync(new Records(Films).Relationship("WORKED_ON", "Player:p1", "Film:f1", ("role", "lead"), ("billing", 9)));
        Assert.Equal(new WriteCounts(0, 1, 0), result.Relationships);
        Assert.Equal("""[[["lead",9],["writer",null]],null,null]""", await EdgesOfF1Async());
    }

    [StoreFact]
    public async Task RelationshipsAreToldApartByWhatIdentifiesThemAndNullIsAValue()
    {
        await WriteAsync(Few());
        var unnamed = new Records(Films).Relationship("WORKED_ON", "Player:p1", "Film:f1").Relationship("WORKED_ON", "Player:p1", "Film:f1")
            .Relationship("WORKED_ON", "Player:p1", "Film:f1", ("role", ""));
        Assert.Equal(new WriteCounts(2, 0, 1), (await WriteAsync(unnamed)).Relationships);
        Assert.Equal(new WriteCounts(0, 0, 3), (await WriteAsync(unnamed)).Relationships);
        Assert.Equal("""[[["",null],["lead",1],["writer",null],[null,null]],null,null]""", await EdgesOfF1Async());
    }

    [StoreFact]
    public async Task OfSeveralRecordsWithOneIdentityTheLastStands()
    {
        var result = await WriteAsync(new Records(Films).Node("Studio", ("id", "s1"), ("name", "Old")).Node("Studio", ("id", "s1"), ("name", "New")));
        Assert.Equal(new WriteCounts(1, 1, 0), result.Nodes);
        Assert.Equal(["""["New"]"""], await ReadAsync("Studio", null, [Up("Studio.id")], Select(Get("Studio.name"))));
    }

    [StoreFact]
    public async Task TheImportStampIsSetOnceAndStays()
    {
        var later = Stores.Now.AddDays(1);
        await WriteAsync(new Records(Films).Node("Film", ("id", "f1"), ("title", "A"))
            .Node("Film", ("id", "f2"), ("title", "B"), ("importedAt", new DateTimeOffset(2020, 5, 6, 7, 8, 9, TimeSpan.Zero))));
        var again = await WriteAsync(
            new Records(Films)
                .Node("Film", ("id", "f1"), ("title", "A"))
                .Node("Film", ("id", "f2"), ("title", "B2"), ("importedAt", new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)))
                .Node("Film", ("id", "f3"), ("title", "C")),
            later);
        Assert.Equal(new WriteCounts(1, 1, 1), again.Nodes);
        Assert.Equal(
            ["""["f1","2026-01-02T03:04:05.678Z"]""", """["f2","2020-05-06T07:08:09.000Z"]""", """["f3","2026-01-03T03:04:05.678Z"]"""],
            await ReadAsync("Film", null, [Up("Film.id")], Select(Get("Film.id"), Get("Film.importedAt"))));
    }

    [StoreFact]
    public async Task AOneToOneRelationshipReplacesTheOneThatIsStored()
    {
        await WriteAsync(Few().Node("Studio", ("id", "s2"), ("name", "Other")));
        var result = await WriteAsync(
            new Records(Films).Relationship("MADE_BY", "Film:f1", "Studio:s2").Relationship("MADE_BY", "Film:f2", "Studio:s2"));
        Assert.Equal(new WriteCounts(1, 1, 0), result.Relationships);
        Assert.Equal(["f1", "f2"], (await IdsAsync("Film", Some("Film.studio", Is("Studio.id", "s2")))).Order(StringComparer.Ordinal));
        Assert.Empty(await IdsAsync("Studio", All(Is("Studio.id", "s1"), Some("Studio.films"))));
        Assert.Equal(new WriteCounts(0, 0, 1), (await WriteAsync(new Records(Films).Relationship("MADE_BY", "Film:f1", "Studio:s2"))).Relationships);
    }

    [StoreFact]
    public async Task ARelationshipMayStartInSeveralFamilies()
    {
        var result = await WriteAsync(Few().Node("Award", ("id", "a1"), ("name", "Gold")).Relationship("WON", "Player:p1", "Award:a1")
            .Relationship("WON", "Film:f1", "Award:a1"));
        Assert.Empty(result.Refused);
        Assert.Equal(["""[[["f1"]],[["p1"]]]"""], await ReadAsync(
            "Award",
            null,
            [Up("Award.id")],
            Select(
                List("Award.films", [Up("Film.id")], Select(Get("Film.id"))),
                List("Award.artists", [Up("Artist.id")], Select(Get("Artist.id"))))));
    }

    [StoreFact]
    public async Task StoredNodesAreFoundByIdWithTheirType()
    {
        await WriteAsync(Few().Node("Troupe", ("id", "t1"), ("name", "T")));
        var found = await Store.FindAsync(Films.FindEntity("Artist")!, ["p1", "t1", "f1", "nobody"], CancellationToken.None);
        Assert.Equal([("p1", "Player"), ("t1", "Troupe")], found.Select(pair => (pair.Key, pair.Value.Name)).Order());
        Assert.Empty(await Store.FindAsync(Films.FindEntity("Player")!, ["t1"], CancellationToken.None));
    }

    [StoreFact]
    public async Task AnEmptyBatchIsWritten() => Assert.Equal(0, (await WriteAsync(new Records(Films))).Nodes.Added);

    private Task<WriteResult> WriteAsync(Records records, DateTimeOffset? now = null) => Stores.WriteAsync(Store, records, now);

    private Task<string> EdgesOfF1Async() => ReadAsync(
        "Film",
        Is("Film.id", "f1"),
        [Up("Film.id")],
        Select(
            Connection("Film.artists", new([Up("WORKED_ON.role"), Up("Artist.id")], Whole, Select(Get("WORKED_ON.role"), Get("WORKED_ON.billing"))))))
        .ContinueWith(rows => rows.Result[0][1..^1], TaskScheduler.Default);

    private static Records Few() => new Records(Films)
        .Node("Player", ("id", "p1"), ("name", "Ada"))
        .Node("Film", ("id", "f1"), ("title", "Dawn"), ("minutes", 90))
        .Node("Film", ("id", "f2"), ("title", "Dusk"))
        .Node("Studio", ("id", "s1"), ("name", "First"))
        .Relationship("WORKED_ON", "Player:p1", "Film:f1", ("role", "lead"), ("billing", 1))
        .Relationship("WORKED_ON", "Player:p1", "Film:f1", ("role", "writer"))
        .Relationship("MADE_BY", "Film:f1", "Studio:s1");
}
