using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;

namespace Graph.Import.Tests;

/// <summary>A dry run, and a check of dossiers, reject what an import would.</summary>
public sealed class DryRuns : IDisposable
{
    private const string Person = """{"type":"node","labels":["Person","Actor"],"properties":{"id":"x","name":"x"}}""";
    private const string State = """{"type":"node","labels":["State","Actor"],"properties":{"id":"x","name":"x"}}""";
    private const string Event = """{"type":"node","labels":["Event"],"properties":{"id":"e","name":"E","kind":"TALKS"}}""";
    private const string TookPart
        = """{"type":"relationship","label":"TOOK_PART_IN","start":{"id":"x","labels":["State","Actor"]},"end":{"id":"e"}}""";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(Person, State, Event, TookPart)]
    [InlineData(Person, Event, TookPart)]
    [InlineData(Event, Event, TookPart, State)]
    [InlineData("""{"type":"node","labels":["Event"],"properties":{"id":"e","name":"other","kind":"TALKS"}}""", Event)]
    [InlineData(
        Event,
        """{"type":"node","labels":["Event"],"properties":{"id":"f","name":"F","kind":"TALKS"}}""",
        """{"type":"relationship","label":"PART_OF","start":{"id":"e"},"end":{"id":"f"}}""",
        """{"type":"relationship","label":"PART_OF","start":{"id":"e"},"end":{"id":"e"}}""")]
    public async Task ADryRunRejectsWhatAnImportDoes(params string[] lines)
    {
        workspace.Write("a.jsonl", string.Join('\n', lines));
        var store = new MemoryStore();
        foreach (var batch in new[] { 1, 100 })
        {
            var options = workspace.Options() with { BatchRecords = batch };
            var rehearsed = await Importer.RunAsync(options with { DryRun = true }, store, TimeProvider.System, null, CancellationToken.None);
            var imported = await Importer.RunAsync(options, store, TimeProvider.System, null, CancellationToken.None);
            Assert.Equal(Told(imported), Told(rehearsed));
            Assert.Equal(imported.Outcome, rehearsed.Outcome);
        }
    }

    [Fact]
    public async Task ADryRunKnowsTheTypeOfAStoredNode()
    {
        var store = new MemoryStore();
        await workspace.ImportAsync(store, workspace.Write("a.jsonl", Person));
        var path = workspace.Write("b.jsonl", State);
        var report = await Importer.RunAsync(
            workspace.Options(path) with { DryRun = true },
            store,
            TimeProvider.System,
            null,
            CancellationToken.None);
        Assert.Equal("b.jsonl:1:1: The id 'x' belongs to a node of another type already (Person); give this State another id.", Told(report));
    }

    [Fact]
    public async Task ACheckAsksForWhatAnOntologyOfOnesOwnRequires()
    {
        var stricter = OntologyReader.Read(
            Ontology.Shipped.Text
                .Replace("{ surface: String @identifying }", "{ surface: String! @identifying }", StringComparison.Ordinal)).Ontology!;
        workspace.Write("b.yaml", "actors:\n  - { person: Bea }\n  - { state: Utopia, nmae: x }\n");
        workspace.Write("a.yaml", "actors:\n  - { person: Ada }\naccusations:\n  - { act: DENY, by: ada, matter: x, noEvidence: test }\n");
        var check = await DossierCheck.RunAsync([workspace.Root], stricter);
        var report = await workspace.ImportAsync(new MemoryStore(stricter));
        Assert.Equal(report.Rejections.Select(one => one.ToString()).Order(), check.Rejections.Select(one => one.ToString()).Order());
        Assert.Equal("a.yaml:4:22: MADE needs 'surface', text.", workspace.Relative(check.Rejections[0].ToString()));
        Assert.StartsWith("b.yaml:3:22: 'nmae' is not a field", workspace.Relative(check.Rejections[1].ToString()));
        Assert.Equal((ImportOutcome.SomeRejected, 2, 4), (check.Outcome, check.Files, check.Described));
    }

    [Fact]
    public async Task ACheckTellsOfAPackedDossierAsAnImportDoes()
    {
        using (var packed = new System.IO.Compression.GZipStream(
            File.Create(Path.Combine(workspace.Root, "a.yaml")),
            System.IO.Compression.CompressionLevel.Fastest))
            packed.Write("actors: [{ person: Ada }]\n"u8);
        Assert.Equal(
            string.Join('\n', (await workspace.ImportAsync(new MemoryStore())).Rejections),
            string.Join('\n', (await DossierCheck.RunAsync([workspace.Root], Ontology.Shipped)).Rejections));
    }

    [Fact]
    public async Task ADryRunFindsEveryFaultAndTouchesNothing()
    {
        var store = new MemoryStore();
        workspace.Write("a.jsonl", """
            {"type":"node","labels":["Claim"],"properties":{"id":"c","text":"x"}}
            {"type":"relationship","label":"ALLEGES","properties":{},"start":{"id":"a","labels":["Accusation"]},"end":{"id":"c","labels":["Claim"]}}
            """);
        workspace.Write("b.yaml", Workspace.Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, claim: d, matter: x, noEvidence: test }\n");
        var report = await Importer.RunAsync(workspace.Options() with { DryRun = true }, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal((ImportOutcome.SomeRejected, 2, 0), (report.Outcome, report.Rejected, report.Added));
        Assert.Equal(0, store.Batches);
        Assert.False(File.Exists(workspace.RejectedPath));
    }

    [Fact]
    public async Task InADryRunADossierMayReferToLinesOfTheSameRun()
    {
        var store = new MemoryStore();
        workspace.Write("a.jsonl", """{"type":"node","labels":["Claim"],"properties":{"id":"c","text":"x"}}""");
        workspace.Write("b.yaml", Workspace.Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, claim: c, matter: x, noEvidence: test }\n");
        var report = await Importer.RunAsync(workspace.Options() with { DryRun = true }, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal(ImportOutcome.Complete, report.Outcome);
    }

    private string Told(ImportReport report) =>
        workspace.Relative(string.Join('\n', report.Rejections.Select(one => one.ToString()).Order(StringComparer.Ordinal)));
}
