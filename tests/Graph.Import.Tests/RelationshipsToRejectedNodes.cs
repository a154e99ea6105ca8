using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>A relationship to a node that the same run rejected is told so: the node's fault is the one to mend.</summary>
public sealed class RelationshipsToRejectedNodes : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("""{"type":"node","id":"7","labels":["Claim"],"properties":{"id":"c","text":5}}""", "7")]
    [InlineData("""{"type":"node","id":7,"labels":["Claims"],"properties":{"id":"c","text":"x"}}""", "7")]
    [InlineData("""{"tpye":"node","id":"7","labels":["Claim"],"properties":{"id":"c","text":"x"}}""", "7")]
    [InlineData("""{"type":"node","id":"7","labels":["Claim"],"properties":{"text":"x"}}""", "7")]
    [InlineData("""{"type":"node","id":"7","labels":["Claim"],"properties":{"id":"c","te""", "7")]
    [InlineData("""{"type":"node","id":"7","labels":["Claim"],"properties":{"id":"act","text":5}}""", "7")]
    [InlineData("""{"type":"node","id":"T\u00fcr","labels":["Claim"],"properties":{"id":"c","text":5}}""", "T\u00fcr")]
    public async Task ANumberOfARejectedNodeIsToldWhereItStands(string node, string number)
    {
        var told = await ToldAsync(Act("a", "1"), node, Alleges("1", number));
        Assert.Equal($"0.jsonl:3:1: The end of this ALLEGES does not exist: the node with the id '{number}' on line 2 of 0.jsonl was rejected; mend that first, and import both.", told[1]);
    }

    [Theory]
    [InlineData("""{"type":"node","labels":["Claim"],"properties":{"id":"c","text":5}}""")]
    [InlineData("""{"type":"node","id":"c","labels":["Claim"],"properties":{"id":"c"}}""")]
    public async Task SoIsAnOwnId(string node)
    {
        var told = await ToldAsync(Act("a"), Alleges("a", "c"), node);
        Assert.Equal("0.jsonl:2:1: The end of this ALLEGES does not exist: the node with the id 'c' on line 3 of 0.jsonl was rejected; mend that first, and import both.", told[1]);
    }

    [Fact]
    public async Task SoIsAStartAndANodeOfAnotherFile()
    {
        workspace.Write("0.jsonl", Alleges("a", "c"));
        workspace.Write("1.jsonl", Act("a").Replace("DENY", "SING", StringComparison.Ordinal) + "\n" + Claim("c", "x"));
        var told = Told(await workspace.ImportAsync(store));
        Assert.Equal("0.jsonl:1:1: The start of this ALLEGES does not exist: the node with the id 'a' on line 1 of 1.jsonl was rejected; mend that first, and import both.", told[1]);
    }

    [Fact]
    public async Task ANumberIsThatOfItsOwnFileFirst()
    {
        workspace.Write("0.jsonl", Claim("c", "x").Replace("\"text\":\"x\"", "\"text\":1", StringComparison.Ordinal)
            .Replace("\"type\"", "\"id\":\"9\",\"type\"", StringComparison.Ordinal));
        workspace.Write("1.jsonl", string.Join(
            '\n',
            Act("a", "1"),
            "",
            """{"type":"node","id":"9","labels":["Claim"],"properties":{"id":"d","text":2}}""",
            Alleges("1", "9")));
        Assert.EndsWith(
            "the node with the id '9' on line 3 of 1.jsonl was rejected; mend that first, and import both.",
            Told(await workspace.ImportAsync(store))[2],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SoIsOneThatRepeatsAnotherAndOneThatTheStoreRefuses()
    {
        var told = await ToldAsync(Act("a", "1"), Claim("c", "one", "2"), Claim("c", "two", "3"), Alleges("1", "3"));
        Assert.EndsWith(
            "the node with the id '3' on line 3 of 0.jsonl was rejected; mend that first, and import both.",
            told[1],
            StringComparison.Ordinal);

        const string Nation = """{"type":"node","labels":["State","Actor"],"properties":{"id":"x","name":"x","aliases":[]}}""";
        const string Made
            = """{"type":"relationship","label":"MADE","start":{"id":"x","labels":["State","Actor"]},"end":{"id":"a","labels":["Accusation"]}}""";
        await ToldAsync(Nation.Replace("State", "Person", StringComparison.Ordinal));
        told = await ToldAsync(Nation, Act("a"), Made);
        Assert.Equal("0.jsonl:3:1: The start of this MADE does not exist: the node with the id 'x' on line 1 of 0.jsonl was rejected; mend that first, and import both.", told[1]);
    }

    [Fact]
    public async Task WhoIsNoNodeIsNotTold()
    {
        var told = await ToldAsync(Act("a"), """{"type":"relationship","id":"c","label":"ALLEGE"}""", Alleges("a", "c"));
        Assert.Equal("0.jsonl:3:1: The end of this ALLEGES does not exist: there is no Claim with the id 'c'.", told[1]);
    }

    [Fact]
    public async Task ThousandsAreRememberedAndOfMoreNoneIsForgottenThatIs()
    {
        const int Nodes = 60_000;
        var broken = Enumerable.Range(0, Nodes)
            .Select(i => $$$"""{"type":"node","id":"n{{{i}}}","labels":["Claim"],"properties":{"id":"c{{{i}}}"}}""");
        var report = await ImportAsync([Act("a", "a"), .. broken, Alleges("a", "n7"), Alleges("a", "n59999")]);
        Assert.Equal(Nodes + 2, report.Rejected);
        var told = workspace.Relative(await File.ReadAllTextAsync(workspace.RejectedPath)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^2..];
        Assert.Contains("on line 9 of", told[0], StringComparison.Ordinal);
        Assert.Contains("there is no Claim with the id 'n59999'", told[1], StringComparison.Ordinal);
    }

    private async Task<string[]> ToldAsync(params string[] lines) => Told(await ImportAsync(lines));

    private string[] Told(ImportReport report) => workspace.Relative(string.Join('\n', report.Rejections)).Split('\n');

    private Task<ImportReport> ImportAsync(params string[] lines)
    {
        foreach (var old in Directory.GetFiles(workspace.Root)) File.Delete(old);
        workspace.Write("0.jsonl", string.Join('\n', lines));
        return workspace.ImportAsync(store);
    }

    private static string Act(string id, string number = "") =>
        $$$"""{"type":"node",{{{Number(number)}}}"labels":["Accusation"],"properties":{"id":"{{{id}}}","act":"DENY","matter":"x","modality":"ASSERTED","confidence":1,"method":"CODED"}}""";

    private static string Claim(string id, string text, string number = "") =>
        $$$"""{"type":"node",{{{Number(number)}}}"labels":["Claim"],"properties":{"id":"{{{id}}}","text":"{{{text}}}"}}""";

    private static string Number(string number) => number.Length > 0 ? $"\"id\":\"{number}\"," : "";

    private static string Alleges(string start, string end) =>
        $$$"""{"type":"relationship","label":"ALLEGES","start":{"id":"{{{start}}}","labels":["Accusation"]},"end":{"id":"{{{end}}}","labels":["Claim"]}}""";
}
