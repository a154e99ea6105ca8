using System.Globalization;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

/// <summary>Imports into Neo4j that something ends midway.</summary>
[Collection(OneServer.Turns)]
public sealed class InterruptionsOnNeo4j(OneServer shared) : IAsyncLifetime
{
    private const int Accusations = 2_000;
    private const int Batch = 200;

    private readonly TemporaryFolder folder = new();

    private OwnNeo4j Server { get; set; } = null!;

    /// <summary>How many nodes and relationships the file holds.</summary>
    private int Records { get; set; }

    public async Task InitializeAsync()
    {
        Records = AccusationFile.Write(folder["accusations.jsonl"], Accusations);
        if (OwnNeo4j.StartScript is null) return;
        Server = await shared.EmptyAsync();
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [OwnNeo4jFact]
    public async Task AKilledImportLeavesWholeBatchesThatTheNextRunCompletes()
    {
        var random = new Random(20250602);
        var stored = 0;
        foreach (var least in new[] { 1, Records / 4, Records / 2, Records * 3 / 4 })
        {
            using var import = Start();
            await WaitForAsync(import, least);
            await Task.Delay(random.Next(0, 100));
            import.KillHard();
            await import.EndAsync();
            await Server.NothingRunsAsync();
            var now = await AccusationFile.CountAsync(Server);
            Assert.True(now % Batch == 0 || now == Records, $"{now} records are stored, which is no whole number of batches of {Batch}.");
            Assert.InRange(now, stored, Records);
            stored = now;
        }

        using (var last = Start())
        {
            await last.UntilAsync(_ => Server.AskAsync("RETURN COUNT { ()-[:ACCUSED]->() } > 0").Result[0][0].GetBoolean());
            last.KillHard();
            await last.EndAsync();
        }

        await CompletesAsync(Records - await AccusationFile.CountAsync(Server));
    }

    [OwnNeo4jFact]
    public async Task AnImportOutlivesADatabaseThatIsKilledAndComesBack()
    {
        using var import = Start();
        await WaitForAsync(import, Records / 3);
        await Server.KillAsync();
        Assert.False(import.HasEnded, import.Output + import.Talk);
        await Server.StartAgainAsync();
        (await import.EndAsync()).Succeeds();
        await CompletesAsync(0);
    }

    [OwnNeo4jFact]
    public async Task AnImportWhoseDatabaseStaysAwayEndsWithASentenceAndTheNextRunCompletes()
    {
        using var import = Start();
        await WaitForAsync(import, Records / 3);
        await Server.KillAsync();
        var outcome = (await import.EndAsync()).Fails(1);
        var address = new Uri(Server.Uri).Authority;
        Assert.Matches(
            $@"(^|\n)The database at {address} cannot be reached \(.+\); see that the server runs and that the address is its Bolt port\.\n$",
            outcome.Talk);

        await Server.StartAgainAsync();
        var stored = await AccusationFile.CountAsync(Server);
        Assert.Equal(0, stored % Batch);
        await CompletesAsync(Records - stored);
    }

    /// <summary>
    /// The next run stores what is missing, the one after finds nothing new, and the graph is the one of an import that nothing
    /// disturbed.
    /// </summary>
    private async Task CompletesAsync(int missing)
    {
        Assert.Contains(New(missing), (await RunAsync()).Output, StringComparison.Ordinal);
        Assert.Contains(New(0), (await RunAsync()).Output, StringComparison.Ordinal);
        (await GraphProcess.RunAsync(folder.Path, "migrate", "--check", "--store", Server.Uri)).Succeeds();
        var repaired = await AccusationFile.ReadAsync(Server);
        await Server.AskAsync("MATCH (n:!__Neo4jMigration) CALL (n) { DETACH DELETE n } IN TRANSACTIONS");
        Assert.Contains(New(Records), (await RunAsync()).Output, StringComparison.Ordinal);
        Assert.Equal(await AccusationFile.ReadAsync(Server), repaired);
        Assert.Contains(repaired, line => line.Contains("ACCUSED", StringComparison.Ordinal));
    }

    private static string New(int count) => $"\n{count.ToString("N0", CultureInfo.InvariantCulture)} new in";

    private string[] Import => ["import", "accusations.jsonl", "--store", Server.Uri, "--batch", Batch.ToString(CultureInfo.InvariantCulture)];

    private GraphProcess Start() => GraphProcess.Start(folder.Path, Import);

    private async Task<Outcome> RunAsync() => (await GraphProcess.RunAsync(folder.Path, Import)).Succeeds();

    /// <summary>Waits until that many records are stored.</summary>
    private async Task WaitForAsync(GraphProcess import, int least)
    {
        while (await AccusationFile.CountRoughlyAsync(Server) < least)
        {
            Assert.False(import.HasEnded, import.Output + import.Talk);
            await Task.Delay(10);
        }
    }
}
