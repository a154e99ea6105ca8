using Graph.Import.Pipeline;
using Graph.Import.Sources;
using Graph.Import.Tests.Support;
using Graph.Model.Records;

namespace Graph.Import.Tests;

/// <summary>A field without a value is a field left out: what is needed is asked for, what has a default gets it.</summary>
public sealed class EmptyFieldsOfADossier : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public static TheoryData<string> Nothings => ["", " ~", " null"];

    public void Dispose() => workspace.Dispose();

    [Theory]
    [MemberData(nameof(Nothings))]
    public async Task WhatIsNeededIsAskedFor(string nothing)
    {
        await Told($"accusations:\n  - act: ACCUSE\n    matter:{nothing}\n    noEvidence: test\n", "3:5: An accusation needs 'matter'.");
        await Told($"accusations:\n  - act:{nothing}\n    matter: a\n    noEvidence: test\n", "2:5: An accusation needs 'act'.");
        await Told($"accusations:\n  - act: ACCUSE\n    matter: a\n    evidence:{nothing}\n",
            $"4:{EndOf(nothing)}: The accusation has no evidence; quote a document under 'evidence', or say under 'noEvidence' why there is none.");
        await Told(
            $"documents:\n  - id: a\n    title:{nothing}\n    kind:{nothing}\n",
            "3:5: A document needs 'title'.",
            "4:5: A document needs 'kind'.");
        await Told($"actors:\n  - organization: TASS\n    kind:{nothing}\n", "3:5: An actor needs 'kind'.");
        await Told($"actors:\n  - person:{nothing}\n", "2:5: An actor needs one of 'person', 'state' or 'organization', with its name.");
        await Told($"dataset:\n  id: a\n  name:{nothing}\n", "3:3: A dataset needs 'name'.");
        await Told($"offices:\n  - id: a\n    title:{nothing}\n", "3:5: An office needs 'title'.");
        await Told($"offices:\n  - title: a\n    holders: [{{ holder:{nothing} }}]\n", "3:17: A holder needs 'holder'.");
        await Told($"places:\n  - id: a\n    name:{nothing}\n", "3:5: A place needs 'name'.");
        await Told(
            $"events:\n  - id: a\n    name:{nothing}\n    kind: TALKS\n    participants: [{{ actor:{nothing} }}]\n",
            "3:5: An event needs 'name'.",
            "5:22: A participant needs 'actor'.");
        await Told($"claims:\n  - id: a\n    text:{nothing}\n", "3:5: A claim needs 'text'.");
    }

    [Theory]
    [MemberData(nameof(Nothings))]
    public async Task WhatHasADefaultGetsIt(string nothing)
    {
        workspace.Write("a.yaml", $"dataset: {{ name: D }}\nactors:\n  - person:{nothing}\n    state: Borduria\naccusations:\n  - act: ACCUSE\n    matter: a\n    modality:{nothing}\n    method:{nothing}\n"
            + $"    confidence:{nothing}\n    saidOn: 2025-03-04\n    saidOnBasis:{nothing}\n    dataset:{nothing}\n    evidence:{nothing}\n    noEvidence: test\n");
        var report = await workspace.ImportAsync(store);
        Assert.Equal("", workspace.Relative(string.Join('\n', report.Rejections)));
        Assert.Equal(ImportOutcome.Complete, report.Outcome);
        var accusation = store.OfType("Accusation").Single();
        Assert.Equal(
            ("ASSERTED", "CURATED", "1", "STATED"),
            (accusation["modality"], accusation["method"], accusation["confidence"], accusation["saidOnBasis"]));
        Assert.Equal("d", store.From(accusation, "FROM").Single().Id);
        Assert.Equal("Borduria", store.OfType("State").Single()["name"]);
    }

    [Fact]
    public async Task TheRestOfTheFolderIsStored()
    {
        workspace.Write("a.yaml", "accusations:\n  - { act: ACCUSE, matter: ~, noEvidence: test }\n  - { act: DENY, matter: b, noEvidence: test }\n");
        workspace.Write("b.yaml", "actors: [{ state: Borduria }]\n");
        var report = await workspace.ImportAsync(store);
        Assert.Equal((ImportOutcome.SomeRejected, 2), (report.Outcome, report.Added));
        Assert.Equal("a.yaml:2:20: An accusation needs 'matter'.", workspace.Relative(report.Rejections.Single().ToString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoFormatSendsARecordWithoutARequiredPropertyToTheStore(bool dryRun)
    {
        var path = workspace.Write("a.careless", "a\nb\n");
        var report = await Importer.RunAsync(
            workspace.Options(path) with { DryRun = dryRun },
            store,
            TimeProvider.System,
            null,
            [new Careless()],
            CancellationToken.None);
        Assert.Equal(ImportOutcome.SomeRejected, report.Outcome);
        Assert.Equal("a.careless:2:1: Claim needs 'text', text.", workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal(dryRun ? [] : ["a"], store.Nodes.Select(node => node.Id));
    }

    private static int EndOf(string nothing) => "    evidence:".Length + nothing.Length + 1 - nothing.Trim().Length;

    private async Task Told(string dossier, params string[] faults) =>
        Assert.Equal(string.Join('\n', faults.Select(fault => "dossier.yaml:" + fault)), await workspace.CheckAsync(dossier));

    /// <summary>A format that gives only the first claim its text.</summary>
    private sealed class Careless : IRecordSource
    {
        public string Name => "careless";

        public IReadOnlyList<string> Endings { get; } = [".careless"];

        public bool Recognises(ReadOnlySpan<byte> start) => false;

        public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
        {
            var claim = sink.Ontology.FindNodeType("Claim")!;
            var lines = await File.ReadAllLinesAsync(files[0].Path, cancellationToken);
            for (var i = 0; i < lines.Length; i++)
            {
                var cells = new Cell[claim.Properties.Count];
                cells[claim.Id.Ordinal] = sink.Batch.AddText(lines[i]);
                if (i == 0) cells[claim.FindProperty("text")!.Ordinal] = sink.Batch.AddText("words");
                sink.Batch.AddNode(claim, cells, new(sink.Batch.AddFile(files[0].Path), i + 1, 1));
                sink.Ledger.Read++;
            }
        }
    }
}
