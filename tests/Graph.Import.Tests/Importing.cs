using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Import.Tests;

/// <summary>What an import does with sound and unsound records side by side, and how it ends.</summary>
public sealed class Importing : IDisposable
{
    private const string Actors = """
        actors:
          - person: Vladimir Medinsky
            aliases: [Medinsky]
          - state: Ukraine

        """;

    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task AnUnsoundAccusationStaysOutAloneWithWhatDependsOnIt()
    {
        workspace.Write("dossier.yaml", Actors + """
            accusations:
              - { key: one, act: ACCUSE, by: Medinsky, against: ukraine, matter: one, noEvidence: test }
              - { key: two, act: ACCUSE, by: Medinski, against: ukraine, matter: two, noEvidence: test }
              - { key: three, act: DENY, by: ukraine, matter: three, answers: two, noEvidence: test }
              - { key: four, act: DENY, by: ukraine, matter: four, answers: one, noEvidence: test }
            """);
        var report = await workspace.ImportAsync(store);
        Assert.Equal((ImportOutcome.SomeRejected, 2), (report.Outcome, report.Rejected));
        Assert.Equal(["four", "one"], store.OfType("Accusation").Select(act => act["matter"]).Order());
        Assert.Equal(
            "dossier.yaml:8:67: This depends on accusation 'two' (dossier.yaml:7), which is rejected; mend that first.",
            workspace.Relative(report.Rejections[1].ToString()));
        Assert.Contains("\"matter\":\"two\"", File.ReadAllText(workspace.RejectedPath));
    }

    [Fact]
    public async Task UnknownUnresolvedAndAbsentAreThreeStates()
    {
        workspace.Write("dossier.yaml", Actors + """
            accusations:
              - { act: ACCUSE, by: unknown, against: ukraine, matter: nobody is named, noEvidence: test }
              - { act: ACCUSE, by: { unresolved: a Kremlin source }, against: ukraine, matter: nobody knows who, noEvidence: test }
              - { act: ACCUSE, against: ukraine, matter: nothing is said, noEvidence: test }
            """);
        await workspace.ImportAsync(store);
        string By(string matter) => string.Join(", ", store.Relationships
            .Where(one => one.Type == "MADE" && one.End == store.OfType("Accusation").Single(act => act["matter"] == matter).Id)
            .Select(one => $"{one.Start} '{one["surface"]}'"));
        Assert.Equal(("unknown ''", "unresolved 'a Kremlin source'", ""), (By("nobody is named"), By("nobody knows who"), By("nothing is said")));
    }

    [Fact]
    public async Task TwoDossiersMayEachSayWhatTheOtherLeavesOut()
    {
        workspace.Write("a.yaml", "actors:\n  - person: Vladimir Medinsky\n    wikidata: Q1\n    aliases: [Medinsky]\n");
        workspace.Write("b.yaml", "actors:\n  - person: Vladimir Medinsky\n    born: 1970-07-18\n    aliases: [Мединский]\naccusations:\n  - { act: ACCUSE, by: Medinsky, matter: x, noEvidence: test }\n");
        var report = await workspace.ImportAsync(store);
        Assert.Equal(ImportOutcome.Complete, report.Outcome);
        var medinsky = store.Node("vladimir-medinsky");
        Assert.Equal(("Q1", "1970-07-18", "[\"Medinsky\",\"Мединский\"]"), (medinsky["wikidata"], medinsky["born"], medinsky["aliases"]));
    }

    [Fact]
    public async Task TheSameActInTwoDossiersIsOneAccusationWithTheEvidenceOfBoth()
    {
        foreach (var name in new[] { "a", "b" })
        {
            workspace.Write($"{name}.txt", $"Report {name}: it is a show.");
            workspace.Write($"{name}.yaml", Actors + $$"""
                documents:
                  - { id: {{name}}, kind: ARTICLE, title: {{name}}, text: {{name}}.txt }
                accusations:
                  - { act: ACCUSE, by: Medinsky, against: ukraine, matter: a show, saidOn: 2025-06-02, evidence: [{ document: {{name}}, quote: it is a show }] }
                """);
        }

        Assert.Equal("", string.Join('\n', (await workspace.ImportAsync(store)).Rejections));
        Assert.Equal(2, store.From(Assert.Single(store.OfType("Accusation")), "EVIDENCED_BY").Count());
    }

    [Fact]
    public async Task ADossierMayReferToWhatIsStored()
    {
        workspace.Write("first.yaml", Actors);
        await workspace.ImportAsync(store);
        var other = workspace.Write("other/dossier.yaml", "accusations:\n  - { act: ACCUSE, by: vladimir-medinsky, matter: x, noEvidence: test }\n");
        Assert.Equal(ImportOutcome.Complete, (await workspace.ImportAsync(store, other)).Outcome);
    }

    [Fact]
    public async Task IdsAreTheSameWhereverAndWhenever()
    {
        var dossier = Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, against: ukraine, matter: x, noEvidence: test }\n";
        workspace.Write("one.yaml", dossier);
        await workspace.ImportAsync(store);
        var id = Assert.Single(store.OfType("Accusation")).Id;
        File.Delete(Path.Combine(workspace.Root, "one.yaml"));
        workspace.Write("below/two.yml", dossier.Replace("by: Medinsky", "by: vladimir-medinsky"));
        var again = await workspace.ImportAsync(store);
        Assert.Equal((0, 0), (again.Added, again.Changed));
        Assert.Equal(id, Assert.Single(store.OfType("Accusation")).Id);
        Assert.Matches("^accusation-[0-9a-f]{16}$", id);
    }

    [Fact]
    public async Task TheTimeOfImportIsTheFirst()
    {
        workspace.Write("one.yaml", Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, matter: x, noEvidence: test }\n");
        await workspace.ImportAsync(store);
        var first = Assert.Single(store.OfType("Accusation"))["importedAt"];
        await workspace.ImportAsync(store);
        Assert.NotNull(first);
        Assert.Equal(first, Assert.Single(store.OfType("Accusation"))["importedAt"]);
    }

    [Fact]
    public async Task ADryRunFindsEveryFaultAndTouchesNothing()
    {
        workspace.Write("a.jsonl", """
            {"type":"node","labels":["Claim"],"properties":{"id":"c","text":"x"}}
            {"type":"relationship","label":"ALLEGES","properties":{},"start":{"id":"a","labels":["Accusation"]},"end":{"id":"c","labels":["Claim"]}}
            """);
        workspace.Write("b.yaml", Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, claim: d, matter: x, noEvidence: test }\n");
        var report = await Importer.RunAsync(workspace.Options() with { DryRun = true }, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal((ImportOutcome.SomeRejected, 2, 0), (report.Outcome, report.Rejected, report.Added));
        Assert.Equal(0, store.Batches);
        Assert.False(File.Exists(workspace.RejectedPath));
    }

    [Fact]
    public async Task InADryRunADossierMayReferToLinesOfTheSameRun()
    {
        workspace.Write("a.jsonl", """{"type":"node","labels":["Claim"],"properties":{"id":"c","text":"x"}}""");
        workspace.Write("b.yaml", Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, claim: c, matter: x, noEvidence: test }\n");
        var report = await Importer.RunAsync(workspace.Options() with { DryRun = true }, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal(ImportOutcome.Complete, report.Outcome);
    }

    [Fact]
    public async Task ALongChainOfAnswersFallsWithItsFirst()
    {
        var answers = string.Concat(
            Enumerable.Range(1, 2000).Reverse().Select(i => $"  - {{ key: k{i}, act: DENY, matter: m{i}, answers: k{i - 1}, noEvidence: test }}\n"));
        workspace.Write("a.yaml", Actors + "accusations:\n" + answers + "  - { key: k0, act: ACCUSE, by: nobody, matter: m0, noEvidence: test }\n");
        Assert.Equal(2001, (await workspace.ImportAsync(store)).Rejected);
    }

    [Fact]
    public async Task ACancelledImportFinishesItsBatchAndTheNextRunFinishesTheWork()
    {
        workspace.Write("a.jsonl", string.Join(
            '\n',
            Enumerable.Range(0, 5000).Select(i => $$$"""{"type":"node","labels":["Claim"],"properties":{"id":"c{{{i}}}","text":"x"}}""")));
        using var stop = new CancellationTokenSource();
        store.OnWrite = () =>
        {
            if (store.Batches == 3) stop.Cancel();
        };
        var options = workspace.Options() with { BatchRecords = 100 };
        var report = await Importer.RunAsync(options, store, TimeProvider.System, null, stop.Token);
        Assert.Equal((ImportOutcome.Cancelled, 400), (report.Outcome, report.Added));
        Assert.Equal((400, 1), (store.Nodes.Count, store.Refreshes));
        report = await Importer.RunAsync(options, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal((ImportOutcome.Complete, 4600, 400), (report.Outcome, report.Added, report.Unchanged));
    }

    /// <summary>One that is away has been waited for already: the end of the run is not kept, which would wait for it once more.</summary>
    [Theory]
    [InlineData(StoreFault.Full, true)]
    [InlineData(StoreFault.Unavailable, false)]
    public async Task AFailingStoreIsReportedInItsOwnWords(StoreFault fault, bool isEndKept)
    {
        workspace.Write("one.yaml", Actors);
        store.OnWrite = () => throw new StoreException(fault, "No space is left.");
        var report = await workspace.ImportAsync(store);
        Assert.Equal((ImportOutcome.Failed, "No space is left."), (report.Outcome, report.Failure));
        Assert.Equal(isEndKept, Assert.Single(store.Runs).EndedAt is not null);
    }

    [Fact]
    public async Task AStoreThatFailsInTheMiddleOfALargeFileEndsTheRun()
    {
        workspace.Write("a.jsonl", string.Join(
            '\n',
            Enumerable.Range(0, 5000).Select(i => $$$"""{"type":"node","labels":["Claim"],"properties":{"id":"c{{{i}}}","text":"x"}}""")));
        store.OnWrite = () =>
        {
            if (store.Batches == 2) throw new StoreException(StoreFault.Full, "No space is left.");
        };
        var report = await Importer.RunAsync(
            workspace.Options() with { BatchRecords = 100 },
            store,
            TimeProvider.System,
            null,
            CancellationToken.None);
        Assert.Equal((ImportOutcome.Failed, 200), (report.Outcome, report.Added));
    }

    [Theory]
    [InlineData("nowhere.yaml", "There is no file or folder 'nowhere.yaml'.")]
    [InlineData("", "Name at least one file or folder to import.")]
    public async Task AWrongPathIsWrongUsage(string path, string failure)
    {
        string[] paths = path.Length == 0 ? [] : [path];
        var report = await Importer.RunAsync(workspace.Options() with { Paths = paths }, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal((ImportOutcome.WrongUsage, failure), (report.Outcome, report.Failure));
    }

    [Fact]
    public async Task AFolderWithoutAnythingToImportIsWrongUsage()
    {
        workspace.Write("readme.txt", "nothing here");
        var report = await workspace.ImportAsync(store);
        Assert.Equal(
            (ImportOutcome.WrongUsage, $"The folder '{workspace.Root}' holds nothing to import: no dossier (.yaml, .yml), no JSON Lines (.jsonl) and no feed."),
            (report.Outcome, report.Failure));
    }

    [Fact]
    public async Task AFileWithoutATellingEndingIsReadForWhatItHolds()
    {
        var dossier = workspace.Write("dossier.txt", Actors);
        var lines = workspace.Write("export.json", "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"x\"}}\n");
        var report = await workspace.ImportAsync(store, dossier, lines);
        Assert.Equal((ImportOutcome.Complete, 3), (report.Outcome, report.Added));
    }

    [Fact]
    public async Task RejectedRecordsOfAnEarlierRunAreNotImported()
    {
        workspace.Write("a.jsonl", "{broken\n");
        await workspace.ImportAsync(store);
        Assert.Equal(1, (await workspace.ImportAsync(store)).Files);
    }

    [Fact]
    public async Task ALinkedFolderIsNotFollowed()
    {
        workspace.Write("a.yaml", Actors);
        Directory.CreateSymbolicLink(Path.Combine(workspace.Root, "loop"), workspace.Root);
        Assert.Equal(1, (await workspace.ImportAsync(store)).Files);
    }

    [Fact]
    public async Task DossiersAreRefusedUnderAnotherOntologyAndJsonLinesAreNot()
    {
        var films = OntologyReader.Read("""
            type Film @node { id: ID! @unique title: String! year: Int actors: [Star!]! @relationship(type: "PLAYS_IN", direction: IN) }
            type Star @node { id: ID! @unique name: String! films: [Film!]! @relationship(type: "PLAYS_IN", direction: OUT) }
            """).Ontology!;
        var other = new MemoryStore(films);
        workspace.Write("a.yaml", Actors);
        workspace.Write("b.jsonl", """
            {"type":"relationship","label":"PLAYS_IN","start":{"id":"s"},"end":{"id":"f"}}
            {"type":"node","labels":["Film"],"properties":{"id":"f","title":"Metropolis","year":1927}}
            {"type":"node","labels":["Star"],"properties":{"id":"s","name":"Brigitte Helm"}}
            """);
        var report = await workspace.ImportAsync(other);
        Assert.Equal(
            "a.yaml: Dossiers are about accusations, and the ontology in use lacks Actor, Person, State, Organization, Office and 24 more; import JSON Lines, or use the ontology that ships with the product.",
            workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal((3, "1927"), (report.Added, other.Node("f")["year"]));
    }

    [Fact]
    public async Task APropertyAddedToTheOntologyCanBeWrittenInADossier()
    {
        var wider = OntologyReader.Read(Ontology.Shipped.Text.Replace("  born: Date\n", "  born: Date\n  heightInMetres: Float\n")).Ontology!;
        var other = new MemoryStore(wider);
        workspace.Write("a.yaml", "actors:\n  - person: Vladimir Medinsky\n    heightInMetres: 1.7\n");
        await workspace.ImportAsync(other);
        Assert.Equal("1.7", other.Node("vladimir-medinsky")["heightInMetres"]);
    }

    [Fact]
    public async Task ANumberBeyondItsRangeIsRejectedInADossierToo()
    {
        var told = await workspace.CheckAsync(Actors + """
            places:
              - { name: Istanbul, latitude: 410.1, longitude: 180 }
            accusations:
              - { act: ACCUSE, by: Medinsky, matter: x, confidence: 7.5, noEvidence: test }
            """);
        Assert.Equal(
            """
            dossier.yaml:6:33: 'latitude' must be a number from -90 to 90; this is '410.1'.
            dossier.yaml:8:57: 'confidence' must be a number from 0 to 1; this is '7.5'.
            """,
            told);
    }

    [Fact]
    public async Task ProgressIsToldAfterEachBatch()
    {
        workspace.Write("a.jsonl", string.Join(
            '\n',
            Enumerable.Range(0, 250).Select(i => $$$"""{"type":"node","labels":["Claim"],"properties":{"id":"c{{{i}}}","text":"x"}}""")));
        var told = new List<ImportProgress>();
        await Importer.RunAsync(
            workspace.Options() with { BatchRecords = 100 },
            store,
            TimeProvider.System,
            new Told(told.Add),
            CancellationToken.None);
        Assert.Equal([100, 200, 250], told.Select(one => one.Written));
        Assert.Equal((told[^1].BytesTotal, 250), (told[^1].BytesRead, told[^1].Read));
    }

    private sealed class Told(Action<ImportProgress> action) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => action(value);
    }
}
