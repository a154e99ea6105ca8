using Graph.Model.Ontologies;

namespace Graph.Stores.Tests;

public abstract partial class WritingContract<TStores>
{
    [StoreFact]
    public async Task AnOntologyWithoutTalliesHasNone()
    {
        store = await stores.OpenEmptyAsync(OntologyReader.Read("type Film @node { id: ID! @unique title: String! }").Ontology!);
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        Assert.Equal(0, await writer.FinishAsync(CancellationToken.None));
    }

    [StoreFact]
    public async Task TalliesOfAnotherDomainCountItsActs()
    {
        Assert.Equal(2, await WriteAndRefreshAsync(Castings()));
        Assert.Equal(["""["t1",[[["p1",2,"2025-01-01","2025-03-01"],["p2",1,null,null]],null,null]]"""], await CastingsOfAsync("t1"));

        // Kept by the derivation, whatever a file says of them, and by what a later act says.
        await WriteAndRefreshAsync(new Records(Films).Node("Casting", ("id", "x3"), ("day", new DateOnly(2024, 1, 1)))
            .Relationship("CAST_BY", "Player:p1", "Troupe:t1", ("number", 99)));
        Assert.Equal(["""["t1",[[["p1",2,"2025-01-01","2025-03-01"],["p2",1,"2024-01-01","2024-01-01"]],null,null]]"""], await CastingsOfAsync("t1"));
        Assert.Equal(3, await WriteAndRefreshAsync(new Records(Films).Relationship("DECIDED_BY", "Casting:x3", "Player:p2")));
    }

    private Task<string[]> CastingsOfAsync(string id) => ReadAsync(
        "Troupe",
        Is("Troupe.id", id),
        [Up("Troupe.id")],
        Select(Get("Troupe.id"), Connection(
            "Troupe.casts",
            new([Up("Artist.id")], Whole, Select(Get("Artist.id"), Get("CAST_BY.number"), Get("CAST_BY.earliest"), Get("CAST_BY.latest"))))));

    // t1 casts p1 twice, in two parts at once, and p2 once, on a day that nobody knows.
    private static Records Castings() => new Records(Films)
        .Node("Troupe", ("id", "t1"), ("name", "t"))
        .Node("Player", ("id", "p1"), ("name", "a"))
        .Node("Player", ("id", "p2"), ("name", "b"))
        .Node("Casting", ("id", "x1"), ("day", new DateOnly(2025, 1, 1)))
        .Node("Casting", ("id", "x2"), ("day", new DateOnly(2025, 3, 1)))
        .Node("Casting", ("id", "x3"))
        .Relationship("DECIDED_BY", "Casting:x1", "Troupe:t1")
        .Relationship("DECIDED_BY", "Casting:x2", "Troupe:t1")
        .Relationship("DECIDED_BY", "Casting:x3", "Troupe:t1")
        .Relationship("GOT_PART", "Player:p1", "Casting:x1", ("role", "lead"))
        .Relationship("GOT_PART", "Player:p1", "Casting:x1", ("role", "ghost"))
        .Relationship("GOT_PART", "Player:p1", "Casting:x2")
        .Relationship("GOT_PART", "Player:p2", "Casting:x3");

    [StoreFact]
    public async Task TalliesCountDistinctAccusationsByPair()
    {
        await OpenShippedAsync();
        Assert.Equal(2, await WriteAndRefreshAsync(Accusations()));
        Assert.Equal(["""["a",[[["b",2,"2025-01-01","2025-03-01"],["c",1,null,null]],null,null]]"""], await TalliesOfAsync("a"));
    }

    [StoreFact]
    public async Task TalliesOfAFileAreLeftToTheDerivation()
    {
        await OpenShippedAsync();
        var records = Accusations().Relationship("ACCUSED", "State:a", "State:b", ("accusations", 99))
            .Relationship("ACCUSED", "State:c", "State:a", ("accusations", 1));
        await using (var writer = await Store.OpenWriterAsync(CancellationToken.None))
        {
            var result = await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None);
            Assert.Equal(2, result.Relationships.Unchanged);
            Assert.Equal(2, await writer.FinishAsync(CancellationToken.None));
        }

        Assert.Equal(["""["a",[[["b",2,"2025-01-01","2025-03-01"],["c",1,null,null]],null,null]]"""], await TalliesOfAsync("a"));
        Assert.Equal(["""["c",[[],null,null]]"""], await TalliesOfAsync("c"));
    }

    [StoreFact]
    public async Task TalliesFollowWhatChanges()
    {
        await OpenShippedAsync();
        await WriteAndRefreshAsync(Accusations());
        Assert.Equal(1, await WriteAndRefreshAsync(Accusation(new Records(Ontology.Shipped), "x3", "DENY", null)));
        Assert.Equal(["""["a",[[["b",2,"2025-01-01","2025-03-01"]],null,null]]"""], await TalliesOfAsync("a"));
        await WriteAndRefreshAsync(Accusation(new Records(Ontology.Shipped), "x1", "ACCUSE", new DateOnly(2024, 12, 31)));
        Assert.Equal(["""["a",[[["b",2,"2024-12-31","2025-03-01"]],null,null]]"""], await TalliesOfAsync("a"));
    }

    [StoreFact]
    public async Task TalliesThatAnEarlierRunLeftBehindAreMadeByTheNext()
    {
        await OpenShippedAsync();
        await Stores.WriteAsync(Store, Accusations());
        Assert.Equal(2, await WriteAndRefreshAsync(new Records(Ontology.Shipped)));
    }

    private async Task OpenShippedAsync() => store = await stores.OpenEmptyAsync(Ontology.Shipped);

    private async Task<long> WriteAndRefreshAsync(Records records)
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        await writer.WriteAsync(records.Batch, Stores.Now, CancellationToken.None);
        return await writer.FinishAsync(CancellationToken.None);
    }

    private Task<string[]> TalliesOfAsync(string id) => ReadAsync(
        "State",
        Is("State.id", id),
        [Up("State.id")],
        Select(Get("State.id"), Connection(
            "State.accuses",
            new([Up("Actor.id")], Whole, Select(Get("Actor.id"), Get("ACCUSED.accusations"), Get("ACCUSED.first"), Get("ACCUSED.last"))))));

    // a accuses b twice, under two names at once, and c once, undated; a denial does not count.
    private static Records Accusations()
    {
        var records = new Records(Ontology.Shipped);
        foreach (var id in new[] { "a", "b", "c" }) records.Node("State", ("id", id), ("name", id));
        Accusation(records, "x1", "ACCUSE", new DateOnly(2025, 1, 1));
        Accusation(records, "x2", "ACCUSE", new DateOnly(2025, 3, 1));
        Accusation(records, "x3", "ACCUSE", null);
        Accusation(records, "x4", "DENY", new DateOnly(2020, 1, 1));
        foreach (var id in new[] { "x1", "x2", "x3", "x4" }) records.Relationship("MADE", "State:a", "Accusation:" + id);
        return records
            .Relationship("MADE", "State:a", "Accusation:x1", ("surface", "Moscow"))
            .Relationship("AGAINST", "Accusation:x1", "State:b")
            .Relationship("AGAINST", "Accusation:x1", "State:b", ("surface", "Kyiv"))
            .Relationship("AGAINST", "Accusation:x2", "State:b")
            .Relationship("AGAINST", "Accusation:x3", "State:c")
            .Relationship("AGAINST", "Accusation:x4", "State:b");
    }

    private static Records Accusation(Records records, string id, string act, DateOnly? saidOn) => records.Node(
        "Accusation",
        ("id", id), ("act", act), ("matter", "m"), ("saidOn", saidOn), ("modality", "ASSERTED"), ("confidence", 1.0), ("method", "CURATED"));
}
