using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>A dossier is a unit: what it no longer lists goes, unless something of it was rejected or too much would go.</summary>
public sealed class SourcesThatAreImportedAgain : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task WhatADossierNoLongerListsGoes()
    {
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        var report = await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai"));
        Assert.Equal((ImportOutcome.Complete, 0, 1, 3), (report.Outcome, report.Added, report.Removed, report.Unchanged));
        Assert.Equal(["ada", "bob", "cai"], Ids());
    }

    [Fact]
    public async Task ButNotWhatAnotherDossierDescribes()
    {
        workspace.Write("b/dossier.yaml", Actors("Dan"));
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        var report = await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai"));
        Assert.Equal((0, ImportOutcome.Complete), (report.Removed, report.Outcome));
        Assert.Equal(["ada", "bob", "cai", "dan"], Ids());
        File.Delete(Path.Combine(workspace.Root, "b/dossier.yaml"));
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai"));
        Assert.Equal(["ada", "bob", "cai", "dan"], Ids());
    }

    [Fact]
    public async Task ARunThatIsKilledHasItsSourcesAlready()
    {
        workspace.Write("b/dossier.yaml", Actors("Dan"));
        workspace.Write("a/dossier.yaml", Actors("Ada"));
        await Importer.RunAsync(workspace.Options() with { BatchRecords = 1 }, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal(["", "a", "a, b", "a, b"], store.SourcesKept);
    }

    [Fact]
    public async Task EachDossierAssertsOnlyWhatItSays()
    {
        workspace.Write("b/dossier.yaml", "actors:\n  - person: Ada\n    born: 1990-01-02\n    aliases: [A. Example]\n");
        await ImportAsync("a/dossier.yaml", "actors:\n  - person: Ada\n    wikidata: Q1\n    aliases: [Ada E.]\n");
        Assert.Equal(("Q1", "1990-01-02", """["Ada E.","A. Example"]"""), (store.Node("ada")["wikidata"], store.Node("ada")["born"], store.Node("ada")["aliases"]));
        await ImportAsync("a/dossier.yaml", "actors:\n  - person: Ada\n");
        Assert.Equal((null, "1990-01-02", """["A. Example"]"""), (store.Node("ada")["wikidata"], store.Node("ada")["born"], store.Node("ada")["aliases"]));
    }

    [Theory]
    [InlineData("id: talks\ndataset: d\n", "x/dossier.yaml", "id: talks\ndataset: d\n", "y/other.yaml")]
    [InlineData("dataset: { id: d, name: D }\n", "x/dossier.yaml", "dataset: { id: d, name: D }\n", "y/other.yaml")]
    [InlineData("", "x/y/dossier.yaml", "", "x/y/dossier.yml")]
    public async Task ADossierIsKnownByItsIdItsDatasetOrItsFolder(string first, string path, string second, string laterPath)
    {
        workspace.Write("d/dossier.yaml", "dataset: { id: d, name: D }\nactors:\n  - person: Eve\n");
        await ImportAsync(path, first + Actors("Ada", "Bob", "Cai", "Dan"));
        File.Delete(Path.Combine(workspace.Root, path));
        await ImportAsync(laterPath, second + Actors("Ada", "Bob", "Cai"));
        Assert.Equal(["ada", "bob", "cai", "eve"], Ids().Where(id => id != "d"));
    }

    [Fact]
    public async Task TwoFilesOfOneFolderAreTwoSources()
    {
        workspace.Write("a/monday.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        workspace.Write("a/tuesday.yaml", Actors("Bob", "Cai", "Dan"));
        foreach (var file in new[] { "a/monday.yaml", "a/tuesday.yaml" })
        {
            var options = workspace.Options() with { Paths = [Path.Combine(workspace.Root, file)] };
            var report = await Importer.RunAsync(options, store, TimeProvider.System, null, CancellationToken.None);
            Assert.Equal((0, 0), (report.Removed, report.Withheld.Count));
        }

        Assert.Equal(["ada", "bob", "cai", "dan"], Ids());
    }

    [Fact]
    public async Task NothingGoesOnAccountOfAFault()
    {
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        var report = await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai") + "  - persn: Dan\n");
        Assert.Equal(
            "The source 'a' no longer lists 1 node. Nothing of it was removed, because something in 'a/dossier.yaml' was rejected: mend it and import again.",
            workspace.Relative(Assert.Single(report.Withheld)));
        Assert.Equal((ImportOutcome.SomeRejected, 0, 4), (report.Outcome, report.Removed, store.Nodes.Count));
    }

    [Theory]
    [InlineData("id: [1]\n")]
    [InlineData("dataset: []\n")]
    [InlineData("actors: [\n")]
    [InlineData("")]
    public async Task NorWhereADossierCannotBeTold(string broken)
    {
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        workspace.Write("b/dossier.yaml", broken);
        var report = await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai"));
        Assert.EndsWith("because something in 'b/dossier.yaml' was rejected: mend it and import again.", workspace.Relative(Assert.Single(report.Withheld)));
        Assert.Equal(4, store.Nodes.Count);
    }

    [Fact]
    public async Task MoreThanAThirdIsConfirmedFirst()
    {
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        var report = await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob"));
        Assert.Equal(
            "The source 'a' no longer lists 2 nodes, more than a third of its 4 nodes and 0 relationships, so nothing of it was removed. "
            + "If that is meant, import again with --confirm-removals; to add and change only, with --keep.",
            Assert.Single(report.Withheld));
        Assert.Equal((ImportOutcome.SomeRejected, 3, 0, 4), (report.Outcome, (int)report.Outcome, report.Removed, store.Nodes.Count));
        report = await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob"), options => options with { ConfirmRemovals = true });
        Assert.Equal((ImportOutcome.Complete, 2, 2), (report.Outcome, report.Removed, store.Nodes.Count));
    }

    [Fact]
    public async Task KeepAddsAndChangesOnly()
    {
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        var report = await ImportAsync("a/dossier.yaml", Actors("Ada", "Eve"), options => options with { Keep = true });
        Assert.Equal((ImportOutcome.Complete, 1, 0, 5), (report.Outcome, report.Added, report.Removed, store.Nodes.Count));
    }

    [Fact]
    public async Task JsonLinesReplaceWhereTheyHaveAName()
    {
        await ImportAsync("0.jsonl", Claims("a", "b", "c", "d"));
        Assert.Equal(0, (await ImportAsync("0.jsonl", Claims("a", "b", "c"))).Removed);
        await ImportAsync("0.jsonl", Claims("e", "f", "g", "h"), options => options with { Source = "feed" });
        var report = await ImportAsync("0.jsonl", Claims("e", "f", "g"), options => options with { Source = "feed" });
        Assert.Equal((1, "a b c d e f g"), (report.Removed, string.Join(' ', Ids())));
    }

    [Fact]
    public async Task ACancelledRunRemovesNothing()
    {
        await ImportAsync("a/dossier.yaml", Actors("Ada", "Bob", "Cai", "Dan"));
        using var stop = new CancellationTokenSource();
        store.OnWrite = stop.Cancel;
        workspace.Write("a/dossier.yaml", Actors("Ada", "Bob", "Cai"));
        var report = await Importer.RunAsync(workspace.Options(), store, TimeProvider.System, null, stop.Token);
        Assert.Equal((ImportOutcome.Cancelled, 0, 4), (report.Outcome, report.Removed, store.Nodes.Count));
    }

    private static string Actors(params string[] names) => "actors:\n" + string.Concat(names.Select(name => $"  - person: {name}\n"));

    private static string Claims(params string[] ids) =>
        string.Concat(ids.Select(id => $$$"""{"type":"node","labels":["Claim"],"properties":{"id":"{{{id}}}","text":"t"}}""" + "\n"));

    private IEnumerable<string> Ids() => store.Nodes.Select(node => node.Id).Order(StringComparer.Ordinal);

    // Each run begins as a program does: what an earlier one listed is forgotten.
    private Task<ImportReport> ImportAsync(string path, string text, Func<ImportOptions, ImportOptions>? with = null)
    {
        workspace.Write(path, text);
        return Importer.RunAsync((with ?? (options => options))(workspace.Options()), store, TimeProvider.System, null, CancellationToken.None);
    }
}
