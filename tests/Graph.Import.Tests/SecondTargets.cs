using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;

namespace Graph.Import.Tests;

/// <summary>Of two relationships of which a node can have one, a store keeps the last: in one run the second is a fault.</summary>
public sealed class SecondTargets : IDisposable
{
    private readonly Workspace workspace = new();
    private MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    /// <summary>Files of words: <c>a</c>, <c>c1</c> and <c>c2</c> are nodes, <c>r1</c> leads from a to c1 by numbers, <c>q1</c> by own ids.</summary>
    [Theory]
    [InlineData("0.jsonl:5:1", "0.jsonl:4", "c1", "a c1 c2 r1 r2")]
    [InlineData("0.jsonl:5:1", "0.jsonl:4", "c2", "a c1 c2 q2 r1")]
    [InlineData("1.jsonl:1:1", "0.jsonl:4", "c1", "a c1 c2 r1", "q2")]
    [InlineData("0.jsonl:2:1", "0.jsonl:1", "c1", "r1 r2 a c1 c2")]
    [InlineData("0.jsonl:2:1", "0.jsonl:1", "c1", "q1 q2 a c1 c2")]
    [InlineData("0.jsonl:2:1", "0.jsonl:1", "c1", "q1 r2 a c1 c2")]
    [InlineData("0.jsonl:1:1", "0.jsonl:5", "c2", "r1 a c1 c2 q2")]
    public async Task TheSecondIsRejectedAndNamesTheFirst(string at, string first, string stays, params string[] files)
    {
        foreach (var batch in new[] { 1, 2, 100 })
        {
            store = new();
            var report = await ImportAsync(batch, files);
            Assert.Equal(ImportOutcome.SomeRejected, report.Outcome);
            Assert.Equal(
                $"{at}: The Accusation 'a' can have only one ALLEGES, and {first} gives it another; remove the one that is wrong.",
                Told(report));
            Assert.Contains("\"label\":\"ALLEGES\"", report.Rejections[0].Record);
            Assert.Equal(stays, Assert.Single(store.Relationships).End);
            Assert.Equal(report.Read, report.Added + report.Changed + report.Unchanged + report.Rejected);
        }
    }

    [Theory]
    [InlineData("a c1 r1 q1 r1")]
    [InlineData("r1 a q1 c1 r1", "q1")]
    public async Task TheSameEndAgainIsNoFault(params string[] files) => Assert.Equal(ImportOutcome.Complete, (await ImportAsync(1, files)).Outcome);

    [Fact]
    public async Task ALaterRunMayLeadItElsewhere()
    {
        await ImportAsync(100, "a c1 c2 r1");
        Assert.Equal(ImportOutcome.Complete, (await ImportAsync(100, "a c1 c2 r2")).Outcome);
    }

    [Theory]
    [InlineData("a c2 q1 q2")]
    [InlineData("a c2 q1 q1 q3 q2")]
    [InlineData("q1 q3 q2 a c2")]
    public async Task OneThatLeadsNowhereIsNobodysRival(params string[] files)
    {
        foreach (var batch in new[] { 1, 2, 100 })
        {
            store = new();
            var report = await ImportAsync(batch, files);
            Assert.Equal("c2", Assert.Single(store.Relationships).End);
            Assert.Equal(report.Read, report.Added + report.Unchanged + report.Rejected);
        }
    }

    [Fact]
    public async Task OfManyThatLeadNowhereEachIsRejectedOnce()
    {
        var report = await ImportAsync(1000, "a " + string.Join(' ', Enumerable.Range(1, 500).Select(i => $"q{i}")));
        Assert.Equal((500, 1), (report.Rejected, report.Added));
    }

    [Fact]
    public async Task TheSideThatHasOneMayBeTheEnd()
    {
        var ontology = OntologyReader.Read("""
            type Head @node { id: ID! @unique hats: [Hat!]! @relationship(type: "WEARS", direction: OUT) }
            type Hat @node { id: ID! @unique head: Head @relationship(type: "WEARS", direction: IN) }
            """).Ontology!;
        store = new(ontology);
        workspace.Write("0.jsonl", """
            {"type":"node","labels":["Head"],"properties":{"id":"h"}}
            {"type":"node","labels":["Head"],"properties":{"id":"g"}}
            {"type":"node","labels":["Hat"],"properties":{"id":"a"}}
            {"type":"node","labels":["Hat"],"properties":{"id":"b"}}
            {"type":"relationship","label":"WEARS","start":{"id":"h"},"end":{"id":"a"}}
            {"type":"relationship","label":"WEARS","start":{"id":"h"},"end":{"id":"b"}}
            {"type":"relationship","label":"WEARS","start":{"id":"g"},"end":{"id":"a"}}
            """);
        Assert.Equal(
            "0.jsonl:7:1: Only one WEARS can lead to the Hat 'a', and 0.jsonl:5 gives it another; remove the one that is wrong.",
            Told(await workspace.ImportAsync(store)));
        Assert.Equal(2, store.Relationships.Count);
    }

    [Fact]
    public async Task OnlyNodesOfTypesThatHaveOneAreHeldToIt()
    {
        const string from = """{"type":"relationship","label":"FROM","start":{"labels":["<T>"],"properties":{"id":"<I>"}},"end":{"labels":["Dataset"],"properties":{"id":"<D>"}}}""";
        string From(string type, string id, string dataset) =>
            from.Replace("<T>", type, StringComparison.Ordinal).Replace("<I>", id, StringComparison.Ordinal).Replace("<D>", dataset, StringComparison.Ordinal);
        workspace.Write("0.jsonl", string.Join('\n', [
            Line("a"),
            """{"type":"node","labels":["Claim"],"properties":{"id":"c","text":"x"}}""",
            """{"type":"node","labels":["Event"],"properties":{"id":"e","name":"E","kind":"TALKS"}}""",
            """{"type":"node","labels":["Dataset"],"properties":{"id":"d1","name":"D1"}}""",
            """{"type":"node","labels":["Dataset"],"properties":{"id":"d2","name":"D2"}}""",
            From("Event", "e", "d1"), From("Event", "e", "d2"), From("Accusation", "a", "d1"), From("Accusation", "a", "d2"), From("Claim", "c", "d1"),
        ]));
        Assert.Equal(
            """
            0.jsonl:10:1: FROM does not lead from Claim to Dataset, but from Person, State, Organization, Accusation, Document or Event to Dataset.
            0.jsonl:9:1: The Accusation 'a' can have only one FROM, and 0.jsonl:8 gives it another; remove the one that is wrong.
            """,
            Told(await workspace.ImportAsync(store)));
        Assert.Equal(["a d1", "e d1", "e d2"], store.Relationships.Select(one => $"{one.Start} {one.End}").Order());
    }

    [Fact]
    public async Task JsonLinesAndADossierAreOneRun()
    {
        workspace.Write("0.jsonl", """
            {"type":"node","labels":["Event"],"properties":{"id":"e","name":"E","kind":"TALKS"}}
            {"type":"node","labels":["Event"],"properties":{"id":"f","name":"F","kind":"TALKS"}}
            {"type":"node","labels":["Event"],"properties":{"id":"g","name":"G","kind":"TALKS"}}
            {"type":"relationship","label":"PART_OF","start":{"id":"e"},"end":{"id":"f"}}
            """);
        workspace.Write("b.yaml", "events:\n  - { id: e, name: E, kind: TALKS, partOf: g }\n");
        Assert.Equal(
            "b.yaml:2:44: The Event 'e' can have only one PART_OF, and 0.jsonl:4 gives it another; remove the one that is wrong.",
            Told(await workspace.ImportAsync(store)));
    }

    private string Told(ImportReport report) => workspace.Relative(string.Join('\n', report.Rejections));

    private Task<ImportReport> ImportAsync(int batch, params string[] files)
    {
        foreach (var old in Directory.GetFiles(workspace.Root)) File.Delete(old);
        for (var i = 0; i < files.Length; i++) workspace.Write($"{i}.jsonl", string.Join('\n', files[i].Split(' ').Select(Line)));
        return Importer.RunAsync(workspace.Options() with { BatchRecords = batch }, store, TimeProvider.System, null, CancellationToken.None);
    }

    private static string Line(string word) => word switch
    {
        "a" => """{"type":"node","id":"0","labels":["Accusation"],"properties":{"id":"a","act":"DENY","matter":"x","modality":"ASSERTED","confidence":1,"method":"CODED"}}""",
        ['c', var claim] => $$$"""{"type":"node","id":"{{{claim}}}","labels":["Claim"],"properties":{"id":"c{{{claim}}}","text":"x"}}""",
        ['r', var claim] => Alleges("\"id\":\"0\"", $"\"id\":\"{claim}\""),
        _ => Alleges("\"id\":\"0\",\"properties\":{\"id\":\"a\"}", $"\"id\":\"0\",\"properties\":{{\"id\":\"c{word[1..]}\"}}"),
    };

    private static string Alleges(string start, string end) =>
        $$$"""{"type":"relationship","label":"ALLEGES","start":{{{{start}}}},"end":{{{{end}}}}}""";
}
