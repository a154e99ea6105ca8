using System.Text.Json;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

public sealed class ReadOnlyDatabase : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [OwnNeo4jFact]
    public async Task AnswersQueriesAndRefusesAnImportWithASentence()
    {
        const string query = "{ accusationsConnection { totalCount } actors(sort: [{ id: ASC }]) { name accusesConnection { totalCount } } }";
        await using var server = await OwnNeo4j.StartAsync();
        AccusationFile.Write(folder["few.jsonl"], 100);
        AccusationFile.Write(folder["more.jsonl"], 110);
        (await RunAsync("migrate")).Succeeds();
        (await RunAsync("import", "few.jsonl")).Succeeds();
        var before = (await RunAsync("query", query, "--format", "json")).Succeeds().Output;
        await server.RestartWithAsync("server.databases.read_only=neo4j");

        var refused = (await RunAsync("import", "more.jsonl")).Fails(1);
        Assert.Matches(
            $@"^The database at {new Uri(server.Uri).Authority} does not allow this to be written: .+ Use a user that may write, and a database that is not read-only\.\n$",
            refused.Talk);
        Assert.Equal(before, (await RunAsync("query", query, "--format", "json")).Succeeds().Output);
        Assert.Equal(100, JsonElement.Parse(before).GetProperty("data").GetProperty("accusationsConnection").GetProperty("totalCount").GetInt32());
        (await RunAsync("migrate", "--check")).Succeeds();

        Task<Outcome> RunAsync(string command, params string[] arguments) =>
            GraphProcess.RunAsync(folder.Path, [command, .. arguments, "--store", server.Uri]);
    }

    public void Dispose() => folder.Dispose();
}
