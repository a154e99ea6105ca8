using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Graph.Import.Tests.Feeds;
using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;

namespace Graph.Import.Tests;

/// <summary>The forms in which apoc.export.json writes a graph, packed or not.</summary>
public sealed class FormsOfJsonLines : IDisposable
{
    private const string A = """{"type":"node","id":"0","labels":["Claim"],"properties":{"id":"a","text":"brace } \" quote"}}""";
    private const string B = """{"type":"node","id":"1","labels":["Accusation"],"properties":{"id":"b","act":"DENY","matter":"x","modality":"ASSERTED","confidence":0.5,"method":"CODED"}}""";
    private const string Alleges
        = """{"id":"0","type":"relationship","label":"ALLEGES","start":{"id":"1","labels":["Accusation"]},"end":{"id":"0","labels":["Claim"]}}""";

    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData($"[{A},{B},{Alleges}]")]
    [InlineData($"\uFEFF \n[\n  {A}\n ,\n{B} , {Alleges}\n]\n\n")]
    [InlineData($$"""{"nodes":[{{A}},{{B}}],"rels":[{{Alleges}}]}""")]
    [InlineData($$"""{ "rels" : [ {{Alleges}} ], "nodes" : [ {{A}}, {{B}} ] }""")]
    [InlineData("{\"nodes\":{\"0\":" + A + ",\"1\":" + B + "},\"rels\":{\"0\":" + Alleges + "}}")]
    [InlineData($"{A}\n{B}\n{Alleges}\n")]
    public async Task EachFormIsRead(string json)
    {
        foreach (var packed in new[] { false, true })
        {
            var other = new MemoryStore();
            var bytes = Encoding.UTF8.GetBytes(json);
            var report = await workspace.ImportAsync(
                other,
                workspace.Write(packed ? "export.json.gz" : "export.json", packed ? Packed(bytes) : bytes));
            Assert.Equal("", string.Join('\n', report.Rejections));
            Assert.Equal((ImportOutcome.Complete, 3, 3), (report.Outcome, report.Read, report.Added));
            Assert.Equal(("b", "a"), (Assert.Single(other.Relationships).Start, other.Relationships.Single().End));
            Assert.Equal("brace } \" quote", other.Node("a")["text"]);
        }
    }

    /// <summary>The files that APOC's own tests hold, whose nodes have no ids of their own, with such ids and without a map.</summary>
    [SharedDataTheory]
    [InlineData("all")]
    [InlineData("all_array")]
    [InlineData("all_fields")]
    [InlineData("all_id_as_keys")]
    public async Task ApocsOwnFilesAreOneGraph(string file)
    {
        var ontology = OntologyReader.Read("""
            type User @node { id: ID! @unique born: String name: String age: Int male: Boolean kids: [String!] knows: [User!]! @relationship(type: "KNOWS", direction: OUT, properties: "Knows") }
            type Knows @relationshipProperties { since: Int bffSince: String }
            """).Ontology!;
        var text = Regex.Replace(
            await File.ReadAllTextAsync(SharedData.Path($"apoc/{file}.json")), "\"place\":\\{[^}]*\\},", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        text = Regex.Replace(
            text,
            """(?<before>"id":"(?<number>.)","labels":\["User"\],"properties":\{)""",
            """${before}"id":"u${number}",""",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
        var users = new MemoryStore(ontology);
        var report = await workspace.ImportAsync(users, workspace.Write("export.json", text));
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal(4, report.Added);
        Assert.Equal(("Adam", "42", """["Sam","Anna","Grace"]"""), (users.Node("u0")["name"], users.Node("u0")["age"], users.Node("u0")["kids"]));
        var knows = Assert.Single(users.Relationships);
        Assert.Equal(("u0", "u1", "1993", "P5M1DT12H"), (knows.Start, knows.End, knows.Values["since"], knows.Values["bffSince"]));
    }

    [SharedDataTheory]
    [InlineData("MapPath", "'map', 'name'")]
    [InlineData("mapPointDatetime", "'map', 'theDateTime', 'theLocalDateTime', 'point', 'date', 'time', 'localTime'")]
    public async Task ApocsRowsAreRefusedWhole(string file, string columns)
    {
        var report = await workspace.ImportAsync(store, SharedData.Path($"apoc/{file}.json"));
        Assert.EndsWith($"The file holds rows of a query (columns {columns}), not nodes and relationships; export them with apoc.export.json.all, .data or .graph.", Assert.Single(report.Rejections).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        $"[{A},\n{{\"type\":\"node\",\n  \"labels\":[\"Claim\"], \"properties\":{{\"id\":\"c\",\"txt\":1}}}},{B}]",
        "3:46: 'txt' is not a property of Claim; did you mean 'text'?",
        2)]
    [InlineData($"[{A},\n{{\"type\":\"node\",\n  \"labels\":[Claim]}},{B}]", "3:13: This record is not JSON.", 2)]
    [InlineData(
        $"[{A},\n  7, {B}]",
        "2:3: The file is not JSON here: a record in braces is expected. Nothing after it was read; mend it, or write one record a line.",
        1)]
    [InlineData(
        $"[{A}\n  {B}]",
        "2:3: The file is not JSON here: ',' or a closing bracket is expected. Nothing after it was read; mend it, or write one record a line.",
        1)]
    [InlineData(
        $"[{A},{B}]\n[]",
        "2:1: The file is not JSON here: the end of the file is expected. Nothing after it was read; mend it, or write one record a line.",
        2)]
    [InlineData(
        $"[{A},\n{{\"type\":\"node\"",
        "2:1: The file breaks off in the middle: its brackets are not closed. What comes before was read; write the file anew.",
        1)]
    [InlineData(
        $"{{\"nodes\":[{A}",
        "1:104: The file breaks off in the middle: its brackets are not closed. What comes before was read; write the file anew.",
        1)]
    [InlineData("[]", ": The file holds no record; export it anew, or leave it out.", 0)]
    [InlineData("""{"map":{"key":1},"name":"Kate"}""" + "\n" + """{"map":{"key":2},"name":"Kate"}""", ": The file holds rows of a query (columns 'map', 'name'), not nodes and relationships; export them with apoc.export.json.all, .data or .graph.", 0)]
    public async Task WhatIsWrongIsSaidOnce(string json, string expected, int added)
    {
        var report = await workspace.ImportAsync(store, workspace.Write("export.json", json));
        var place = expected[0] == ':' ? "export.json" : "export.json:";
        Assert.Equal(place + expected, workspace.Relative(string.Join('\n', report.Rejections)));
        Assert.Equal(added, report.Added);
    }

    [Theory]
    [InlineData("""{"id":1,"name":"Kate"}""", "'id', 'name'")]
    [InlineData("""{"type":"MADE","count":3}""", "'type', 'count'")]
    [InlineData("""{"start":"Kate","end":"Ann","label":"x","n":1}""", "'start', 'end', 'label', 'n'")]
    [InlineData("""{"n":{"type":"node","id":"1","labels":["State"],"properties":{}}}""", "'n'")]
    public async Task RowsMayHaveColumnsNamedAsFieldsAre(string row, string columns)
    {
        var report = await workspace.ImportAsync(store, workspace.Write("export.json", row + "\n" + row));
        Assert.Equal(
            $"export.json: The file holds rows of a query (columns {columns}), not nodes and relationships; export them with apoc.export.json.all, .data or .graph.",
            workspace.Relative(report.Rejections.Single().ToString()));
    }

    [Theory]
    [InlineData("\"type\"", "\"tpye\"", "1:2: 'tpye' is not a field of a record; did you mean 'type'?")]
    [InlineData("\"labels\"", "\"lables\"", "1:25: 'lables' is not a field of a record; did you mean 'labels'?")]
    [InlineData("\"properties\"", "\"propertys\"", "1:44: 'propertys' is not a field of a record; did you mean 'properties'?")]
    public async Task AMisspeltFieldOfTheFirstRecordConcernsItAlone(string field, string misspelt, string expected)
    {
        var report = await workspace.ImportAsync(
            store,
            workspace.Write("export.json", A.Replace(field, misspelt, StringComparison.Ordinal) + "\n" + B));
        Assert.Equal("export.json:" + expected, workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal(1, report.Added);
    }

    [Fact]
    public async Task APackedFileThatBreaksOffIsToldAndWhatStandsBeforeGoesIn()
    {
        var random = new Random(3);
        var lines = string.Concat(Enumerable.Range(0, 3000)
            .Select(i => A.Replace("\"a\"", $"\"a{i}\"").Replace("\"0\"", $"\"{i}\"").Replace("brace", $"{random.NextInt64()}") + "\n"));
        var packed = Packed(Encoding.UTF8.GetBytes(lines));
        var report = await workspace.ImportAsync(store, workspace.Write("export.jsonl.gz", packed[..(packed.Length / 2)]));
        Assert.Equal(1, report.Rejected);
        Assert.EndsWith(
            "The packed file breaks off or is damaged here; what comes before it was read. Fetch or pack it anew.",
            report.Rejections[0].ToString());
        Assert.InRange(report.Added, 1000, 2000);
    }

    [Fact]
    public async Task AShortPackedFileThatBreaksOffIsTold()
    {
        var packed = Packed(Encoding.UTF8.GetBytes(A + "\n"));
        foreach (var name in new[] { "export.jsonl.gz", "export" })
            for (var cut = 1; cut < packed.Length - 2; cut += 3)
            {
                var report = await workspace.ImportAsync(store, workspace.Write(name, packed[..^cut]));
                Assert.EndsWith(
                    "The packed file breaks off or is damaged here; what comes before it was read. Fetch or pack it anew.",
                    report.Rejections[^1].ToString());
            }
    }

    [Fact]
    public async Task APackedFileThatGrowsBeyondMeasureIsLeft()
    {
        var zeros = new byte[1024 * 1024];
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
            for (var i = 0; i < 300; i++) gzip.Write(zeros);
        var report = await workspace.ImportAsync(store, workspace.Write("export.jsonl.gz", target.ToArray()));
        Assert.Contains("unpacks to more than 200 times its size", report.Rejections[^1].ToString());
    }

    [Fact]
    public async Task APackedDossierIsToldWhatToDo()
    {
        var report = await workspace.ImportAsync(store, workspace.Write("dossier.yaml.gz", Packed("actors:\n  - state: Utopia\n"u8.ToArray())));
        Assert.Equal(
            "dossier.yaml.gz: A dossier is read from a plain file with its texts beside it, not from a packed one or a pipe; unpack it.",
            workspace.Relative(report.Rejections.Single().ToString()));
    }

    [Fact]
    public async Task APipeIsReadFromItsFirstByte()
    {
        var pipe = Path.Combine(workspace.Root, "pipe");
        using (var make = System.Diagnostics.Process.Start("mkfifo", pipe)) await make.WaitForExitAsync();
        var writing = Task.Run(() => File.WriteAllText(pipe, $"{Alleges}\n{B}\n{A}\n"));
        var report = await workspace.ImportAsync(store, pipe);
        await writing;
        Assert.Equal((ImportOutcome.Complete, 3), (report.Outcome, report.Added));
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(bytes);
        return target.ToArray();
    }
}
