namespace Graph.EndToEnd.Tests;

/// <summary>The commands that ask where there is nothing yet, and of another domain.</summary>
public sealed class AskingOfOtherGraphs : IDisposable
{
    private const string Store = "sqlite:other.db";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task AnEmptyGraphIsSaidToBeEmpty()
    {
        folder.Write("nothing.jsonl", "");
        await GraphProcess.RunAsync(folder.Path, "import", "nothing.jsonl", "--store", Store);
        var empty = $"The graph is empty. Fill it with: graph import PATH --store sqlite:{folder["other.db"]}\n";
        Assert.Equal(empty, (await AskAsync("who", "--roll-up", "state")).Talk);
        Assert.Equal(empty, (await AskAsync("timeline")).Talk);
        Assert.Equal(empty, (await AskAsync("search", "anything")).Talk);
        Assert.StartsWith(empty, (await AskAsync("path", "a", "b")).Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAnOntologyDoesNotOfferIsToldAndTheRestIsAnswered()
    {
        var films = Path.Combine(Repository.Root, "tests", "Graph.Stores.Tests", "films.graphql");
        folder.Write(
            "films.jsonl",
            string.Join('\n', [
                """{"type":"node","id":"a","labels":["Player","Artist"],"properties":{"id":"a","name":"Ada Löv","aliases":[]}}""",
                """{"type":"node","id":"b","labels":["Player","Artist"],"properties":{"id":"b","name":"Дарья","aliases":[]}}""",
                """{"type":"relationship","label":"KNOWS","start":{"id":"a","labels":["Player","Artist"]},"end":{"id":"b","labels":["Player","Artist"]},"properties":{}}""",
            ]));
        (await AskAsync("import", "films.jsonl", "--ontology", films)).Succeeds();
        Assert.Equal(
            "graph path needs an ontology whose @act names `chains`. With --any it goes over any relationships.\n",
            (await AskAsync("path", "ada", "daria", "--ontology", films)).Fails(2).Talk);
        Assert.Equal("graph timeline needs an ontology whose @act names `timeline`.\n", (await AskAsync("timeline", "--ontology", films)).Fails(2).Talk);
        Assert.Equal(
            "Ada Löv -KNOWS-> Дарья\n1 of this length, and no more.\n",
            (await AskAsync("path", "ada", "Дарья", "--any", "--ontology", films)).Succeeds().Output);
    }

    public void Dispose() => folder.Dispose();

    private Task<Outcome> AskAsync(params string[] arguments) => GraphProcess.RunAsync(folder.Path, [.. arguments, "--store", Store]);
}
