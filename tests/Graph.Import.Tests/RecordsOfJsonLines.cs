using System.Text;
using System.Text.Json;
using Graph.Import.Sources;
using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;

namespace Graph.Import.Tests;

/// <summary>JSON Lines in the form of apoc.export.json: what is read, and what is said of lines that are wrong.</summary>
public sealed partial class RecordsOfJsonLines : IDisposable
{
    private const string Medinsky = """{"type":"node","id":"medinsky","labels":["Person","Actor"],"properties":{"id":"medinsky","name":"Vladimir Medinsky","aliases":["Medinsky"]}}""";
    private const string Russia
        = """{"type":"node","id":"russia","labels":["State","Actor"],"properties":{"id":"russia","name":"Russia","aliases":[]}}""";
    private const string Act = """{"type":"node","id":"a","labels":["Accusation"],"properties":{"id":"a","act":"ACCUSE","matter":"stalling","matterTypes":["BAD_FAITH"],"saidOn":"2025-06-02","modality":"ASSERTED","confidence":1,"method":"CODED","importedAt":"2026-01-01T11:00:00.5+01:00"}}""";
    private const string Made = """{"type":"relationship","id":"0","label":"MADE","properties":{"surface":"Medinsky"},"start":{"id":"medinsky","labels":["Person","Actor"]},"end":{"id":"a","labels":["Accusation"]}}""";
    private const string Against = """{"type":"relationship","id":"1","label":"AGAINST","properties":{"surface":"Medinsky"},"start":{"id":"a","labels":["Accusation"]},"end":{"id":"medinsky","labels":["Person","Actor"]}}""";

    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task NodesAndRelationshipsGoInWithTypedValues()
    {
        var report = await ImportAsync(Medinsky, Act, Made);
        Assert.Equal((ImportOutcome.Complete, 3, 3, 0), (report.Outcome, report.Read, report.Added, report.Rejected));
        var act = store.Node("a");
        Assert.Equal(
            ("2025-06-02", "1", "[\"BAD_FAITH\"]", "2026-01-01T10:00:00.500000Z"),
            (act["saidOn"], act["confidence"], act["matterTypes"], act["importedAt"]));
        Assert.Equal("Medinsky", Assert.Single(store.Relationships)["surface"]);
    }

    [Fact]
    public async Task ALongTextWithAnEscapeAndDecomposedLettersComesInWhole()
    {
        var report = await ImportAsync(
            Medinsky.Replace("Vladimir", "\\u0041" + string.Concat(Enumerable.Repeat("e\u0301", 1000)), StringComparison.Ordinal));
        Assert.Equal((ImportOutcome.Complete, "A" + new string('\u00e9', 1000) + " Medinsky"), (report.Outcome, store.Node("medinsky")["name"]));
    }

    [Theory]
    [InlineData("Tu\u0308rkiye")]
    [InlineData("Tu\\u0308rkiye")]
    public async Task TextComesInInUnicodesFormC(string written)
    {
        var report = await ImportAsync(
            Medinsky.Replace("medinsky", written, StringComparison.Ordinal).Replace("\"Medinsky\"", $"\"{written}\"", StringComparison.Ordinal),
            Act,
            Made.Replace("medinsky", "Türkiye", StringComparison.Ordinal));
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal(3, report.Added);
        Assert.Equal("[\"Türkiye\"]", store.Node("Türkiye")["aliases"]);
    }

    [Fact]
    public async Task FieldsMayStandInAnyOrderAndLabelsToo()
    {
        var report = await ImportAsync(
            """ { "properties" : {"aliases":[ "M" , "Ме\u0434" ], "name":"Medinsky","id":"medinsky"}, "labels":["Actor","Person"], "type":"node" } """,
            Act,
            """{"start":{"labels":["Actor","Person"],"id":"medinsky"},"properties":{},"end":{"id":"a","labels":["Accusation"]},"label":"MADE","type":"relationship"}""");
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal("[\"M\",\"Мед\"]", store.Node("medinsky")["aliases"]);
    }

    [Fact]
    public async Task NumberedNodesOfANeo4jExportAreKnownByTheirOwnIds()
    {
        await ImportAsync(
            Medinsky.Replace("\"id\":\"medinsky\",\"labels\"", "\"id\":\"17\",\"labels\""),
            Act.Replace("\"id\":\"a\",\"labels\"", "\"id\":18,\"labels\""),
            Made.Replace("\"id\":\"medinsky\"", "\"id\":\"17\"").Replace("\"id\":\"a\"", "\"id\":18"),
            """{"type":"relationship","label":"AGAINST","id":"1","start":{"id":"18","labels":["Accusation"],"properties":{"matter":"x","id":"a"}},"end":{"id":"17","labels":["Person","Actor"],"properties":{"id":"medinsky"}}}""");
        Assert.Equal(["MADE medinsky a", "AGAINST a medinsky"], store.Relationships.Select(one => $"{one.Type} {one.Start} {one.End}"));
    }

    [Fact]
    public async Task ARelationshipMayComeBeforeItsNodes()
    {
        var report = await ImportAsync(Made, Medinsky, Act);
        Assert.Equal((ImportOutcome.Complete, 3, 3), (report.Outcome, report.Read, report.Added));
        workspace.Write("0.jsonl", Made.Replace("\"surface\":\"Medinsky\"", ""));
        workspace.Write("1.jsonl", Medinsky + "\n" + Act);
        var small = workspace.Options() with { BatchRecords = 1 };
        var other = new MemoryStore();
        Assert.Equal(ImportOutcome.Complete, (await Importer.RunAsync(small, other, TimeProvider.System, null, CancellationToken.None)).Outcome);
        Assert.Equal(2, other.Relationships.Count);
    }

    [Fact]
    public async Task ABatchEndsWhereANodeBegins()
    {
        var small = new MemoryStore { RecordsPerBatch = 5 };
        string[] groups = [.. Enumerable.Range(0, 3).Select(i => string.Join('\n', Act, Made, Against).Replace("\"id\":\"a\"", $"\"id\":\"a{i}\""))];
        workspace.Write("in.jsonl", string.Join('\n', [Medinsky, .. groups]));
        await workspace.ImportAsync(small);
        Assert.Equal([(3, 4), (1, 2)], small.BatchSizes);
    }

    [Fact]
    public async Task ABatchOfRelationshipsAloneHasAnEndToo()
    {
        var small = new MemoryStore { RecordsPerBatch = 5 };
        workspace.Write("in.jsonl", string.Join('\n', [Medinsky, Act, .. Enumerable.Repeat(Made, 250)]) + "\n");
        await workspace.ImportAsync(small);
        Assert.Equal([(2, 103), (0, 105), (0, 42)], small.BatchSizes);
    }

    [Fact]
    public async Task ARequiredListMayBeLeftOut()
    {
        await ImportAsync(Medinsky.Replace(",\"aliases\":[\"Medinsky\"]", ""));
        Assert.Equal("[]", store.Node("medinsky")["aliases"]);
    }

    [Fact]
    public async Task BlankLinesCarriageReturnsAndAByteOrderMarkAreFine()
    {
        workspace.Write("in.jsonl", "\uFEFF" + Medinsky + "\r\n\r\n   \n" + Russia);
        var report = await workspace.ImportAsync(store);
        Assert.Equal((ImportOutcome.Complete, 2), (report.Outcome, report.Read));
    }

    [Fact]
    public async Task ALabelBeyondTheOntologyIsLeftOutAndTold()
    {
        var report = await ImportAsync(
            Medinsky.Replace("[\"Person\",", "[\"Hero\",\"Person\",\"Old\","),
            Russia.Replace("\"Actor\"", "\"Actor\",\"Old\""),
            Act,
            Made.Replace("[\"Person\",", "[\"Hero\",\"Person\","));
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal([new("Old", 2), new LeftOutLabel("Hero", 1)], report.LabelsLeftOut);
        Assert.Equal(("Person", 1), (store.Node("medinsky").Type, store.Relationships.Count));
    }

    [Fact]
    public async Task OfTypesWithinEachOtherTheNearerOneIsMeant()
    {
        var ontology = OntologyReader.Read("type Film @node { id: ID! @unique }\ntype Short @node(labels: [\"Film\", \"Short\"]) { id: ID! @unique }")
            .Ontology!;
        var films = new MemoryStore(ontology);
        await workspace.ImportAsync(
            films,
            workspace.Write("in.jsonl", """{"type":"node","labels":["Short","Silent","Film"],"properties":{"id":"s"}}"""));
        Assert.Equal("Short", films.Node("s").Type);
    }

    [Fact]
    public async Task ItemsOfAListHaveTheRangeOfTheirProperty()
    {
        var ontology = OntologyReader.Read("type Film @node { id: ID! @unique stars: [Int!]! @range(min: 1, max: 5) }").Ontology!;
        var films = new MemoryStore(ontology);
        var report = await workspace.ImportAsync(films, workspace.Write("in.jsonl", """
            {"type":"node","labels":["Film"],"properties":{"id":"a","stars":[1,5]}}
            {"type":"node","labels":["Film"],"properties":{"id":"b","stars":[1,6]}}
            """));
        Assert.Equal(
            "in.jsonl:2:65: 'stars' of Film must be a list, each item a whole number from 1 to 5.",
            workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal("a", Assert.Single(films.Nodes).Id);
    }

    [Fact]
    public async Task BytesThatAreNotUtf8AreRejected()
    {
        workspace.Write("in.jsonl", [.. Encoding.UTF8.GetBytes(Russia + "\n"), .. Encoding.Latin1.GetBytes(Medinsky.Replace("Vladimir", "Türk"))]);
        var report = await workspace.ImportAsync(store);
        Assert.Equal(
            "in.jsonl:2:99: The file is not UTF-8: byte 0xFC does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8.",
            workspace.Relative(report.Rejections.Single().ToString()));
    }

    [Fact]
    public async Task ALineThatIsTooLongIsSkipped()
    {
        workspace.Write("in.jsonl", Russia + "\n\"" + new string('x', LineReader.MaxLineBytes * 2) + "\"\n" + Medinsky + "\n");
        var report = await workspace.ImportAsync(store);
        Assert.Equal(
            "in.jsonl:2:1: The line is longer than 16,777,216 bytes; write one record a line, and shorten its texts if it is one.",
            workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal(["medinsky", "russia"], store.Nodes.Select(node => node.Id).Order());
    }

    [Fact]
    public async Task AnEmptyFileIsToldOf()
    {
        workspace.Write("in.jsonl", "");
        Assert.Equal(
            "in.jsonl: The file holds no record; export it anew, or leave it out.",
            workspace.Relative((await workspace.ImportAsync(store)).Rejections.Single().ToString()));
    }

    [Fact]
    public async Task RejectedRecordsAreWrittenWithPlaceReasonAndRecord()
    {
        var report = await ImportAsync(Medinsky, Made, "{broken");
        Assert.Equal(workspace.RejectedPath, report.RejectedPath);
        var lines = File.ReadAllLines(workspace.RejectedPath).Select(line => JsonDocument.Parse(line).RootElement)
            .OrderBy(line => line.GetProperty("line").GetInt32())
            .ToList();
        Assert.Equal([2, 3], lines.Select(line => line.GetProperty("line").GetInt32()));
        Assert.Equal(["file", "line", "column", "reason", "record"], lines[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("MADE", lines[0].GetProperty("record").GetProperty("label").GetString());
        Assert.Equal("{broken", lines[1].GetProperty("record").GetString());
    }

    [Fact]
    public async Task ARunThatRejectsNothingLeavesTheFileOfAnEarlierRun()
    {
        await ImportAsync("{broken");
        await ImportAsync(Medinsky);
        Assert.Contains("{broken", File.ReadAllText(workspace.RejectedPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachRunHasItsOwnFileInAFolderAndTheLastTenAreKept()
    {
        var time = new SteppingTime(new(2025, 6, 2, 10, 0, 0, TimeSpan.Zero));
        workspace.Write("rejected-20250101T000000Z.jsonl.txt", "notes");
        workspace.Write("rejected-99999999T999999Z.jsonl", "{\"type\":\"node\",\"labels\":[\"Claim\"],\"properties\":{\"id\":\"c\",\"text\":\"x\"}}");
        var reports = new List<ImportReport>();
        for (var run = 0; run < 12; run++)
        {
            workspace.Write("in.jsonl", $"{{broken {run}");
            var options = workspace.Options() with { RejectedPath = workspace.Root };
            reports.Add(await Importer.RunAsync(options, store, time, null, CancellationToken.None));
            if (run % 3 == 0) time.Now += TimeSpan.FromMinutes(1); // some begin in the same second
        }

        Assert.Equal(Path.Combine(workspace.Root, "rejected-20250602T100000Z.jsonl"), reports[0].RejectedPath);
        Assert.Equal(Path.Combine(workspace.Root, "rejected-20250602T100100Z-2.jsonl"), reports[2].RejectedPath);
        Assert.All(reports, (report, run) => Assert.Equal((1, run >= 2), (report.Rejected, File.Exists(report.RejectedPath))));
        Assert.Contains("broken 11", File.ReadAllText(reports[11].RejectedPath!), StringComparison.Ordinal);

        // What only has such a name is data, and no list of a run: it was imported, and stays.
        Assert.Equal("x", Assert.Single(store.OfType("Claim"))["text"]);
        Assert.Equal(12, Directory.GetFiles(workspace.Root, "rejected-*").Length);
    }

    [Fact]
    public async Task AFileThatOnlyHasTheNameIsLeftAlone()
    {
        workspace.Write("rejected.jsonl", "my notes");
        await ImportAsync(Medinsky);
        Assert.Equal("my notes", File.ReadAllText(workspace.RejectedPath));
    }

    [Theory]
    [InlineData("[]", "[]")]
    [InlineData("[\"a\\\"b\\\\c\"]", "[\"a\\\"b\\\\c\"]")]
    [InlineData("[ \"tab\\u0009\", \"\\u0001\" ]", "[\"tab\\t\",\"\\u0001\"]")]
    [InlineData("[\"\\u00e9\\ud83d\\ude00\\/\"]", "[\"é😀/\"]")]
    public async Task EqualListsAreEqualBytes(string json, string kept)
    {
        await ImportAsync(Medinsky.Replace("[\"Medinsky\"]", json));
        Assert.Equal(kept, store.Node("medinsky")["aliases"]);
    }

    [Fact]
    public void LinesAreTheSameWhateverTheChunks()
    {
        var random = new Random(5);
        var text = string.Concat(
            Enumerable.Range(0, 5000).Select(i => new string((char)('a' + i % 26), random.Next(0, 900)) + (random.Next(7) == 0 ? "\r\n" : "\n")));
        var reader = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var lines = new List<string>();
        while (reader.TryRead(out var line)) lines.Add(Encoding.UTF8.GetString(line));
        Assert.Equal(text.Split('\n')[..^1], lines);
        Assert.Equal(lines.Count, reader.Number);
    }

    private Task<ImportReport> ImportAsync(params string[] lines) =>
        workspace.ImportAsync(store, workspace.Write("in.jsonl", string.Join('\n', lines) + "\n"));

    private sealed class SteppingTime(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
