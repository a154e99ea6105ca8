using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>What an import does with sound and unsound records side by side, and how it ends.</summary>
public sealed class Importing : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task AnUnsoundAccusationStaysOutAloneWithWhatDependsOnIt()
    {
        workspace.Write("dossier.yaml", Workspace.Actors + """
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
        workspace.Write("dossier.yaml", Workspace.Actors + """
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
            workspace.Write($"{name}.yaml", Workspace.Actors + $$"""
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
        workspace.Write("first.yaml", Workspace.Actors);
        await workspace.ImportAsync(store);
        var other = workspace.Write("other/dossier.yaml", "accusations:\n  - { act: ACCUSE, by: vladimir-medinsky, matter: x, noEvidence: test }\n");
        Assert.Equal(ImportOutcome.Complete, (await workspace.ImportAsync(store, other)).Outcome);
    }

    [Fact]
    public async Task IdsAreTheSameWhereverAndWhenever()
    {
        var dossier = Workspace.Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, against: ukraine, matter: x, noEvidence: test }\n";
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
        workspace.Write("one.yaml", Workspace.Actors + "accusations:\n  - { act: ACCUSE, by: Medinsky, matter: x, noEvidence: test }\n");
        await workspace.ImportAsync(store);
        var first = Assert.Single(store.OfType("Accusation"))["importedAt"];
        await workspace.ImportAsync(store);
        Assert.NotNull(first);
        Assert.Equal(first, Assert.Single(store.OfType("Accusation"))["importedAt"]);
    }

    [Fact]
    public async Task ALongChainOfAnswersFallsWithItsFirst()
    {
        var answers = string.Concat(
            Enumerable.Range(1, 2000).Reverse().Select(i => $"  - {{ key: k{i}, act: DENY, matter: m{i}, answers: k{i - 1}, noEvidence: test }}\n"));
        workspace.Write("a.yaml", Workspace.Actors + "accusations:\n" + answers + "  - { key: k0, act: ACCUSE, by: nobody, matter: m0, noEvidence: test }\n");
        Assert.Equal(2001, (await workspace.ImportAsync(store)).Rejected);
    }

    [Fact]
    public async Task ANumberBeyondItsRangeIsRejectedInADossierToo()
    {
        var told = await workspace.CheckAsync(Workspace.Actors + """
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
