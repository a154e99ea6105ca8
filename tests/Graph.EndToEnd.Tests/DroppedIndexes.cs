using Graph.Tests;

namespace Graph.EndToEnd.Tests;

[Collection(OneServer.Turns)]
public sealed class DroppedIndexes(OneServer shared) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [OwnNeo4jFact]
    public async Task AreToldOfAndRestored()
    {
        var server = await shared.EmptyAsync();
        await server.AskAsync("DROP INDEX search");
        await server.AskAsync("DROP CONSTRAINT Person_id");

        var check = (await RunAsync("migrate", "--check")).Fails(1);
        Assert.Equal(
            "applied  V001__Constraints_and_indexes.cypher\napplied  V002__Search_by_tokens.cypher\napplied  V003__Changes_by_number.cypher\n"
                + "lacking  Person_id\nlacking  search\n",
            check.Output);
        var sentence = $"The database at {server.Uri} has every migration, but lacks what they made: Person_id, search. A large first import makes the index search at its end; "
            + $"when none is running, restore it all with: graph migrate --store {server.Uri}\n";
        Assert.Equal(sentence, check.Talk);
        using (var serving = GraphProcess.Start(folder.Path, "serve", "--store", server.Uri, "--urls", "http://127.0.0.1:0"))
            await serving.UntilAsync(talk => talk.Contains(sentence.Trim(), StringComparison.Ordinal));

        Assert.Equal($"restored Person_id\nrestored search\n{server.Uri} is up to date.\n", (await RunAsync("migrate")).Succeeds().Output);
        (await RunAsync("migrate", "--check")).Succeeds();
        Assert.Equal($"{server.Uri} has every migration.\n", (await RunAsync("migrate")).Succeeds().Output);

        Task<Outcome> RunAsync(string command, params string[] arguments) =>
            GraphProcess.RunAsync(folder.Path, [command, .. arguments, "--store", server.Uri]);
    }

    public void Dispose() => folder.Dispose();
}
