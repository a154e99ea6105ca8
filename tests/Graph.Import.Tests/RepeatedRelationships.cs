using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>Of several records of one relationship the last in the order of the files stands, whichever of them waited for a node.</summary>
public sealed class RepeatedRelationships : IDisposable
{
    private const string Person = """{"type":"node","id":"1","labels":["Person","Actor"],"properties":{"id":"p","name":"x"}}""";
    private const string Office = """{"type":"node","id":"2","labels":["Office"],"properties":{"id":"o","title":"x"}}""";

    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    /// <summary>
    /// Files of words: <c>p </c> and <c>o </c> are the nodes, <c>r3 </c> a relationship by numbers until 2003, <c>q3 </c> one
    /// by own ids.
    /// </summary>
    [Theory]
    [InlineData("4", "r3 p o r4")]
    [InlineData("4", "q3 p o r4")]
    [InlineData("4", "r3 p o q4")]
    [InlineData("4", "p r3 o r4")]
    [InlineData("5", "r3 q4 r5 p o")]
    [InlineData("5", "q3 r4 q5 p o")]
    [InlineData("4", "r3 q4 p o")]
    [InlineData("4", "q3 r4 p o")]
    [InlineData("5", "r3", "p o r4", "q5")]
    [InlineData("5", "q3 r4", "q5", "o p")]
    [InlineData("6", "r3 q4", "p o r5 q6")]
    [InlineData("5", "q3", "q4 p o", "q5")]
    public async Task TheLastStands(string until, params string[] files)
    {
        foreach (var batch in new[] { 1, 2, 100 })
        {
            foreach (var old in Directory.GetFiles(workspace.Root)) File.Delete(old);
            for (var i = 0; i < files.Length; i++) workspace.Write($"{i}.jsonl", string.Join('\n', files[i].Split(' ').Select(Line)));
            var into = new MemoryStore();
            var report = await Importer.RunAsync(
                workspace.Options() with { BatchRecords = batch },
                into,
                TimeProvider.System,
                null,
                CancellationToken.None);
            Assert.Equal(ImportOutcome.Complete, report.Outcome);
            Assert.Equal($"200{until}-01-01", Assert.Single(into.Relationships)["until"]);
            Assert.Equal(report.Read, report.Added + report.Changed + report.Unchanged);
        }
    }

    [Fact]
    public async Task TwoTenuresAreTwoRelationships()
    {
        workspace.Write(
            "0.jsonl",
            string.Join('\n', Line("r3"), Person, Office, Line("r4").Replace("since\":\"2000", "since\":\"2001", StringComparison.Ordinal)));
        await workspace.ImportAsync(store);
        Assert.Equal(["2003-01-01", "2004-01-01"], store.Relationships.Select(one => one["until"]).Order());
    }

    private static string Line(string word) => word switch
    {
        "p" => Person,
        "o" => Office,
        ['r', var until] => Held("\"id\":\"1\",", "\"id\":\"2\",", until),
        _ => Held("\"id\":\"1\",\"properties\":{\"id\":\"p\"},", "\"id\":\"2\",\"properties\":{\"id\":\"o\"},", word[1]),
    };

    private static string Held(string start, string end, char until) =>
        $$$"""{"type":"relationship","label":"HELD","properties":{"since":"2000-01-01","until":"200{{{until}}}-01-01"},"start":{{{{start}}}"labels":["Person","Actor"]},"end":{{{{end}}}"labels":["Office"]}}""";
}
