using System.Text;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>An export numbers its nodes; a relationship leads to the node of its number, never to one whose own id happens to be it.</summary>
public sealed class NumbersOfNodes : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("r12 n1=2 n2=1")]
    [InlineData("n1=2 n2=1 r12")]
    [InlineData("n2=1 r12 n1=2")]
    [InlineData("r12", "n1=2 n2=1")]
    [InlineData("n2=1", "r12", "n1=2")]
    [InlineData("n1=2", "n2=1", "r12")]
    [InlineData("n1=2", "n2=1 r12")]
    public async Task CrossedNumbersLeadWhereTheFileSays(params string[] files)
    {
        await ImportAsync(files);
        Assert.Equal("2 -> 1", Links());
    }

    [Fact]
    public async Task CrossedTextsToo()
    {
        await ImportAsync("rxy nx=y", "ny=x");
        Assert.Equal("y -> x", Links());
    }

    [Fact]
    public async Task ANumberIsNotTakenForAnOwnIdThatIsStored()
    {
        await ImportAsync("n1=1 n7=7");
        var report = await ImportAsync("n1=a r17");
        Assert.Equal(
            "0.jsonl:2:1: No line of this import gives the id '7' to an Accusation, and its files number their nodes; import the file that holds the node with it.",
            workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal("", Links());
    }

    [Theory]
    [InlineData("r17")]
    [InlineData("n3=3 r17")]
    [InlineData("n=3 r17")]
    public async Task WhereNoNodeIsNumberedAnIdIsAnOwnId(string file)
    {
        await ImportAsync("n1=1 n7=7");
        Assert.Equal(ImportOutcome.Complete, (await ImportAsync(file)).Outcome);
        Assert.Equal("1 -> 7", Links());
    }

    [Fact]
    public async Task ExportsOfTwoDatabasesKeepTheirNumbersApart()
    {
        var report = await ImportAsync("n1=a n2=b r12", "n1=c n2=d r12", "r21 n2=e n1=f");
        Assert.Equal("", string.Join('\n', report.Rejections));
        Assert.Equal("a -> b, c -> d, e -> f", Links());
    }

    [Fact]
    public async Task ANumberOfTwoFilesLeadsNowhereFromAThird()
    {
        var report = await ImportAsync("n1=a n2=b", "n1=c", "r12");
        Assert.Equal(
            "2.jsonl:1:1: The id '1' stands for two nodes: 0.jsonl:1 and 1.jsonl:1; put the relationships of a database into the file of its nodes, or import one database after the other.",
            workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Equal("", Links());
    }

    [Fact]
    public async Task TheSameNodeInTwoFilesIsOneNode()
    {
        Assert.Equal(ImportOutcome.Complete, (await ImportAsync("n1=a n2=b", "n1=a", "r12")).Outcome);
        Assert.Equal("a -> b", Links());
    }

    [Fact]
    public async Task ANumberGivenTwiceInAFileIsAFaultAndLeadsNowhereFromThere()
    {
        var report = await ImportAsync("n1=a n2=b n1=c r12");
        Assert.Equal(
            """
            0.jsonl:3:1: The line's 'id' 1 is that of the Accusation 'a' already (0.jsonl:1), and relationships before this line that name it lead there; give each node an id of its own, and import exports of several databases as several files.
            0.jsonl:4:1: The id '1' stands for two nodes: 0.jsonl:1 and 0.jsonl:3; give each line an id of its own.
            """,
            workspace.Relative(string.Join('\n', report.Rejections)));
        Assert.Equal("", Links());
    }

    [Fact]
    public async Task ANumberOfANodeOfAnotherTypeIsAFault()
    {
        workspace.Write("0.jsonl", """{"type":"node","id":"1","labels":["Claim"],"properties":{"id":"c","text":"x"}}""" + "\n" + Lines("n2=b r12"));
        var report = await workspace.ImportAsync(store);
        Assert.Equal(
            "0.jsonl:3:1: The id '1' is that of the Claim 'c' (0.jsonl:1), and the relationship names an Accusation; mend the labels or the id.",
            workspace.Relative(report.Rejections.Single().ToString()));
    }

    [Fact]
    public async Task TheNodesOwnIdBesideTheNumberDecides()
    {
        await ImportAsync("n1=2 n2=1");
        workspace.Write("0.jsonl", """{"type":"relationship","label":"ANSWERS","start":{"id":"1","labels":["Accusation"],"properties":{"id":"1"}},"end":{"id":"2","labels":["Accusation"],"properties":{"id":"2"}}}""");
        await workspace.ImportAsync(store, Path.Combine(workspace.Root, "0.jsonl"));
        Assert.Equal("1 -> 2", Links());
    }

    [Fact]
    public async Task AnEscapedNumberIsTheSameNumber()
    {
        workspace.Write("0.jsonl", Lines("n1=2 n2=1 r12").Replace("\"id\":\"1\",\"labels\"", "\"id\":\"\\u0031\",\"labels\""));
        await workspace.ImportAsync(store);
        Assert.Equal("2 -> 1", Links());
    }

    [Fact]
    public async Task ManyNodesInShuffledFilesAreLinkedAsTheirFilesSay()
    {
        const int Nodes = 5000;
        var random = new Random(11);
        var own = Enumerable.Range(0, Nodes).ToArray();
        random.Shuffle(own);
        var lines = Enumerable.Range(0, Nodes).Select(i => Node($"{i}", $"{own[i]}"))
            .Concat(Enumerable.Range(0, Nodes - 1).Select(i => Answers($"{i}", $"{i + 1}"))).ToArray();
        random.Shuffle(lines);
        for (var file = 0; file < 3; file++) workspace.Write($"{file}.jsonl", string.Join('\n', lines.Where((_, i) => i % 3 == file)));
        var report = await Importer.RunAsync(
            workspace.Options() with { BatchRecords = 97 },
            store,
            TimeProvider.System,
            null,
            CancellationToken.None);
        Assert.Equal((ImportOutcome.Complete, 2 * Nodes - 1), (report.Outcome, report.Added));
        Assert.Equal(
            Enumerable.Range(0, Nodes - 1).Select(i => $"{own[i]} -> {own[i + 1]}").Order(),
            store.Relationships.Select(one => $"{one.Start} -> {one.End}").Order());
        Assert.Equal((0, 0), ((await workspace.ImportAsync(store)).Added, (await workspace.ImportAsync(store)).Changed));
    }

    [Fact]
    public async Task ARunAfterOneThatWasBrokenOffLinksWhatWaited()
    {
        workspace.Write("0.jsonl", Lines("r12 n1=2 n2=1 r21"));
        using var stop = new CancellationTokenSource();
        store.OnWrite = stop.Cancel;
        var options = workspace.Options() with { BatchRecords = 2 };
        Assert.Equal(ImportOutcome.Cancelled, (await Importer.RunAsync(options, store, TimeProvider.System, null, stop.Token)).Outcome);
        Assert.Equal("", Links());
        Assert.Equal(ImportOutcome.Complete, (await Importer.RunAsync(options, store, TimeProvider.System, null, CancellationToken.None)).Outcome);
        Assert.Equal("1 -> 2, 2 -> 1", Links());
    }

    [Fact]
    public async Task PropertiesOfARelationshipThatWaitedAreKept()
    {
        workspace.Write("0.jsonl", """
            {"type":"relationship","label":"HELD","properties":{"since":"2020-01-02","until":null},"start":{"id":"p","labels":["Person","Actor"]},"end":{"id":"o","labels":["Office"]}}
            {"type":"node","id":"o","labels":["Office"],"properties":{"id":"o","title":"x"}}
            {"type":"node","id":"p","labels":["Person","Actor"],"properties":{"id":"p","name":"x"}}
            """);
        await workspace.ImportAsync(store);
        Assert.Equal(("2020-01-02", null), (Assert.Single(store.Relationships)["since"], Assert.Single(store.Relationships)["until"]));
    }

    [Fact]
    public async Task WhatARelationshipThatWaitedIsToldNamesItsOwnPlace()
    {
        workspace.Write("0.jsonl", Lines("r12 n1=1"));
        var report = await workspace.ImportAsync(store);
        Assert.Equal(
            "0.jsonl:1:1: The end of this ANSWERS does not exist: there is no Accusation with the id '2'.",
            workspace.Relative(report.Rejections.Single().ToString()));
        Assert.Contains("\"label\":\"ANSWERS\"", report.Rejections[0].Record);
    }

    private string Links() => string.Join(", ", store.Relationships.Select(one => $"{one.Start} -> {one.End}").Order(StringComparer.Ordinal));

    /// <summary>Imports files of words: <c>n1=a</c> is the node with the number 1 and the own id a, <c>r12</c> leads from 1 to 2.</summary>
    private Task<ImportReport> ImportAsync(params string[] files)
    {
        foreach (var old in Directory.GetFiles(workspace.Root)) File.Delete(old);
        for (var i = 0; i < files.Length; i++) workspace.Write($"{i}.jsonl", Lines(files[i]));
        return workspace.ImportAsync(store);
    }

    private static string Lines(string words)
    {
        var lines = new StringBuilder();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == 'r') lines.Append(Answers(word[1..2], word[2..])).Append('\n');
            else if (word[0] == 'n' && word.Split('=') is [var number, var own]) lines.Append(Node(number[1..], own)).Append('\n');
        }

        return lines.ToString();
    }

    private static string Node(string number, string own) =>
        $$$"""{"type":"node",{{{(number.Length > 0 ? $"\"id\":\"{number}\"," : "")}}}"labels":["Accusation"],"properties":{"id":"{{{own}}}","act":"ACCUSE","matter":"x","modality":"ASSERTED","confidence":1,"method":"CODED"}}""";

    private static string Answers(string start, string end) =>
        $$$"""{"type":"relationship","id":"0","label":"ANSWERS","start":{"id":"{{{start}}}","labels":["Accusation"]},"end":{"id":"{{{end}}}","labels":["Accusation"]}}""";
}
