using System.Text.Json;
using Graph.EndToEnd.Tests.Explorer;
using Graph.Server.Stores;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

public sealed class MainJobOnNeo4j : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [NeedsNeo4j]
    public async Task TheSameFilesGiveTheSameAnswersOnBothStores()
    {
        var missing = (await RunOnNeo4jAsync("migrate", "--check")).Fails(1);
        Assert.Contains("graph migrate --store", missing.Talk, StringComparison.Ordinal);
        var refused = (await RunOnNeo4jAsync("import", Repository.Seeds)).Fails(1);
        Assert.Contains("graph migrate", refused.Talk, StringComparison.Ordinal);
        (await RunOnNeo4jAsync("migrate")).Succeeds();
        (await RunOnNeo4jAsync("migrate", "--check")).Succeeds();

        (await RunOnNeo4jAsync("import", Repository.Seeds)).Succeeds();
        Assert.Contains("\n0 new in", (await RunOnNeo4jAsync("import", Repository.Seeds)).Succeeds().Output, StringComparison.Ordinal);
        var sqlite = "sqlite:" + folder["graph.db"];
        (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", sqlite)).Succeeds();
        foreach (var query in Queries)
        {
            var expected = (await GraphProcess.RunAsync(folder.Path, "query", query, "--format", "json", "--store", sqlite)).Succeeds().Output;
            var given = (await RunOnNeo4jAsync("query", query, "--format", "json")).Succeeds().Output;
            Assert.True(JsonElement.Parse(expected).GetProperty("data").EnumerateObject().Any());
            Assert.Equal(expected, given);
        }

        Assert.Equal(
            await ExplorerQueries.AnswersAsync(new StoreLocation.Sqlite(folder["graph.db"])),
            await ExplorerQueries.AnswersAsync(new StoreLocation.Neo4j(new(TestNeo4j.Uri))));

        var counted = (await GraphProcess.RunAsync(folder.Path, "stats", "--store", sqlite)).Succeeds().Output;
        Assert.Matches("people +│ +[1-9]", counted);
        Assert.Equal(Counted(counted), Counted((await RunOnNeo4jAsync("stats")).Succeeds().Output));
    }

    public void Dispose() => folder.Dispose();

    private static readonly string[] Queries =
    [
        "{ accusations(sort: [{ saidOn: ASC }, { matter: ASC }]) { id saidOn act matter matterTypes modality confidence accusers { __typename name } accused(sort: [{ name: ASC }]) { name } onBehalfOf { id } answers { matter } answeredBy { matter } claim { text } evidence { quote startOffset endOffset document { title textHash digestOf { publisher { name } } } } } }",
        "{ actors(sort: [{ name: DESC }]) { name aliases wikidata accusesConnection(sort: [{ node: { id: ASC } }]) { totalCount edges { properties { ... on Tally { accusations first last } } node { id } } } } }",
        "{ officesConnection(first: 3) { totalCount pageInfo { hasNextPage } edges { node { title holdersConnection { edges { properties { since until } node { name } } } } } } }",
        "{ eventsConnection { aggregate { count { nodes } node { name { shortest longest } } } } }",
    ];

    /// <summary>What stats say of the graph, without the store's name and the moment of the import.</summary>
    private static IEnumerable<string> Counted(string stats) =>
        stats.Split('\n').Skip(1).Where(line => !line.StartsWith("latest importedAt", StringComparison.Ordinal));

    private Task<Outcome> RunOnNeo4jAsync(string command, params string[] arguments) =>
        GraphProcess.RunAsync(folder.Path, [command, .. arguments, "--store", TestNeo4j.Uri]);
}
