using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>Two nodes of one run with one id and different content would replace each other in every run anew.</summary>
public sealed class NodesGivenTwice : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task TheSecondIsRejectedAndNamesTheFirst(int batch)
    {
        var report = await ImportAsync(batch, Claim("c", "one"), Claim("d", "x"), Claim("c", "two"));
        Assert.Equal(ImportOutcome.SomeRejected, report.Outcome);
        Assert.Equal(
            "0.jsonl:3:1: The Claim 'c' stands in 0.jsonl:1 already, with other content; merge the two, or give this one another id.",
            Told(report));
        Assert.Contains("\"two\"", report.Rejections[0].Record);
        Assert.Equal("one", store.Node("c")["text"]);
        Assert.Equal((0, 2), ((await workspace.ImportAsync(store)).Changed, store.Nodes.Count));
    }

    [Fact]
    public async Task AlsoInAnotherFile()
    {
        workspace.Write("a.jsonl", Claim("c", "one"));
        workspace.Write("b.jsonl", Claim("c", "two"));
        Assert.StartsWith("b.jsonl:1:1: The Claim 'c' stands in a.jsonl:1 already", Told(await workspace.ImportAsync(store)));
    }

    [Fact]
    public async Task IdsInTwoFormsOfUnicodeAreOneId() =>
        Assert.Equal(
            "0.jsonl:2:1: The Claim 'T\u00fcrkiye' stands in 0.jsonl:1 already, with other content; merge the two, or give this one another id.",
            Told(await ImportAsync(100, Claim("T\u00fcrkiye", "one"), Claim("Tu\u0308rkiye", "two"))));

    [Fact]
    public async Task TheSameContentIsNoFault()
    {
        var report = await ImportAsync(100, Claim("c", "\u00e9"), Claim("c", "\\u00e9"), Claim("c", "e\u0301"));
        Assert.Equal((ImportOutcome.Complete, 1, 2), (report.Outcome, report.Added, report.Unchanged));
    }

    [Fact]
    public async Task NorIsAnotherStampOfImportAsAStoredOneStays()
    {
        const string Act = """{"type":"node","labels":["Accusation"],"properties":{"id":"a","act":"DENY","matter":"x","modality":"ASSERTED","confidence":1,"method":"CODED"}}""";
        Assert.Equal(ImportOutcome.Complete, (await ImportAsync(
            100,
            Act,
            Act.Replace("\"method\"", "\"importedAt\":\"2026-01-01T00:00:00Z\",\"method\"", StringComparison.Ordinal))).Outcome);
    }

    [Fact]
    public async Task NorAreOneIdOfTwoTypes()
    {
        var report = await ImportAsync(100, Claim("c", "one"), """{"type":"node","labels":["Dataset"],"properties":{"id":"c","name":"x"}}""");
        Assert.Equal((ImportOutcome.Complete, 2), (report.Outcome, report.Added));
    }

    [Fact]
    public async Task ALaterRunMayReplaceIt()
    {
        await ImportAsync(100, Claim("c", "one"));
        var report = await ImportAsync(100, Claim("c", "two"));
        Assert.Equal((ImportOutcome.Complete, 1, "two"), (report.Outcome, report.Changed, store.Node("c")["text"]));
    }

    [Fact]
    public async Task ANodeThatIsOutForItsNumberIsNobodysFirst()
    {
        var report = await ImportAsync(100, Claim("a", "x", 1), Claim("b", "one", 1), Claim("b", "two", 2));
        Assert.StartsWith("0.jsonl:2:1: The line's 'id' 1 is that of the Claim 'a' already", Told(report));
        Assert.Equal((1, "two"), (report.Rejected, store.Node("b")["text"]));
    }

    [Fact]
    public async Task ARejectedNodeHasNoNumber()
    {
        const string Act = """{"type":"node","id":"9","labels":["Accusation"],"properties":{"id":"a","act":"DENY","matter":"x","modality":"ASSERTED","confidence":1,"method":"CODED"}}""";
        var report = await ImportAsync(100, Act, Claim("c", "one", 1), Claim("c", "two", 2), Alleges("9", "2"));
        Assert.Equal((ImportOutcome.SomeRejected, 2), (report.Outcome, report.Rejected));
        Assert.Empty(store.Relationships);
    }

    [Fact]
    public async Task JsonLinesAndADossierAreOneRun()
    {
        workspace.Write("a.jsonl", Claim("c", "one"));
        workspace.Write("b.yaml", "claims:\n  - { id: c, text: two }\n");
        Assert.Equal(
            "b.yaml:2:5: The Claim 'c' stands in a.jsonl:1 already, with other content; merge the two, or give this one another id.",
            Told(await workspace.ImportAsync(store)));
    }

    [Fact]
    public async Task DossiersThatCompleteEachOtherAreStillOneNode()
    {
        workspace.Write("a.yaml", "actors: [{ person: Ada Example, aliases: [Ada] }]\n");
        workspace.Write("b.yaml", "actors: [{ person: Ada Example, wikidata: Q1 }]\n");
        Assert.Equal((ImportOutcome.Complete, 1), ((await workspace.ImportAsync(store)).Outcome, store.Nodes.Count));
        Assert.Equal(("Q1", "[\"Ada\"]"), (store.Node("ada-example")["wikidata"], store.Node("ada-example")["aliases"]));
    }

    [Fact]
    public async Task ManyNodesAreToldApart()
    {
        const int Nodes = 20_000;
        var lines = Enumerable.Range(0, Nodes).Select(i => Claim($"c{i}", $"{i}"));
        var report = await ImportAsync(777, [.. lines, .. Enumerable.Range(0, Nodes).Select(i => Claim($"c{i}", i % 1000 == 0 ? "other" : $"{i}"))]);
        Assert.Equal((Nodes, Nodes - 20, 20), (report.Added, report.Unchanged, report.Rejected));
        Assert.StartsWith("0.jsonl:21001:1: The Claim 'c1000' stands in 0.jsonl:1001 already", workspace.Relative(report.Rejections[1].ToString()));
    }

    private string Told(ImportReport report) => workspace.Relative(string.Join('\n', report.Rejections));

    private Task<ImportReport> ImportAsync(int batch, params string[] lines)
    {
        workspace.Write("0.jsonl", string.Join('\n', lines));
        return Importer.RunAsync(workspace.Options() with { BatchRecords = batch }, store, TimeProvider.System, null, CancellationToken.None);
    }

    private static string Claim(string id, string text, int number = 0) =>
        $$$"""{"type":"node",{{{(number > 0 ? $"\"id\":\"{number}\"," : "")}}}"labels":["Claim"],"properties":{"id":"{{{id}}}","text":"{{{text}}}"}}""";

    private static string Alleges(string start, string end) =>
        $$$"""{"type":"relationship","label":"ALLEGES","start":{"id":"{{{start}}}","labels":["Accusation"]},"end":{"id":"{{{end}}}","labels":["Claim"]}}""";
}
