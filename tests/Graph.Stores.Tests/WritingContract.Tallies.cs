using Graph.Model.Ontologies;

namespace Graph.Stores.Tests;

public abstract partial class WritingContract<TStores>
{
    [StoreFact]
    public async Task AnOntologyWithoutTalliesHasNone()
    {
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);
        Assert.Equal(0, await writer.FinishAsync(CancellationToken.None));
    }

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
        var records = Accusations().Relationship("ACCUSED", "State:a", "State:b", ("accusations", 99)).Relationship("ACCUSED", "State:c", "State:a", ("accusations", 1));
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
        Select(Get("State.id"), Connection("State.accuses", new([Up("Actor.id")], Whole, Select(Get("Actor.id"), Get("ACCUSED.accusations"), Get("ACCUSED.first"), Get("ACCUSED.last"))))));

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
