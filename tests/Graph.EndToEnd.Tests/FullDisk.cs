using System.Globalization;
using System.Text.Json;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

public sealed class FullDisk : IDisposable
{
    private const int Batch = 500;

    private readonly TemporaryFolder folder = new();

    [Neo4jOnASmallDiskFact]
    public async Task OfNeo4jEndsAnImportWithASentenceAndTheNextRunCompletes()
    {
        // A server sets 256 MB aside for the log of each of its two databases, unless it is told not to.
        using var disk = new SmallDisk(megabytes: 700);
        await using var server = await OwnNeo4j.StartAsync(home: disk["home"]);
        await server.BeginAnewWithAsync("db.tx_log.preallocate=false", "db.tx_log.rotation.size=1M");
        var records = AccusationFile.Write(folder["accusations.jsonl"], 4_000);
        (await GraphProcess.RunAsync(folder.Path, "migrate", "--store", server.Uri)).Succeeds();
        disk.FillBut(megabytes: 2);

        var failed = (await ImportAsync(server.Uri)).Fails(1);
        Assert.Contains("every batch that was finished is stored, and the next run completes the work", failed.Output, StringComparison.Ordinal);
        Assert.Matches($@"(^|\n)The database at {new Uri(server.Uri).Authority} could not write and has stopped: .+ Most likely its disk is full: free some space there, restart the server, .+\n$", failed.Talk);
        (await ImportAsync(server.Uri)).Fails(1);

        disk.Free();
        await server.KillAsync();
        await server.StartAgainAsync();
        var stored = await AccusationFile.CountAsync(server);
        Assert.InRange(stored, 1, records - 1);
        Assert.Equal(0, stored % Batch);
        Assert.Contains(New(records - stored), (await ImportAsync(server.Uri)).Succeeds().Output, StringComparison.Ordinal);
        Assert.Contains(New(0), (await ImportAsync(server.Uri)).Succeeds().Output, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task OfAFileEndsAnImportWithASentenceAndTheNextRunCompletes()
    {
        using var disk = new SmallDisk(megabytes: 64);
        var store = "sqlite:" + disk["graph.db"];
        var records = AccusationFile.Write(folder["accusations.jsonl"], 6_000);
        disk.FillBut(megabytes: 5);

        var failed = (await ImportAsync(store)).Fails(1);
        Assert.Equal(
            $"The disk of the store '{disk["graph.db"]}' is full; free some space and run again: what was written so far is whole.\n",
            failed.Talk);
        (await ImportAsync(store)).Fails(1);

        disk.Free();
        const string query
            = "{ statesConnection { totalCount } accusationsConnection { totalCount } accusations { accusers { id } accused { id } } }";
        var data = JsonElement.Parse(
            (await GraphProcess.RunAsync(folder.Path, "query", query, "--format", "json", "--store", store)).Succeeds().Output).GetProperty("data");
        var stored = data.GetProperty("statesConnection").GetProperty("totalCount").GetInt32()
            + data.GetProperty("accusationsConnection").GetProperty("totalCount").GetInt32()
            + data.GetProperty("accusations").EnumerateArray()
                .Sum(accusation => accusation.GetProperty("accusers").GetArrayLength() + accusation.GetProperty("accused").GetArrayLength());
        Assert.InRange(stored, 1, records - 1);
        Assert.Equal(0, stored % Batch);
        Assert.Contains(New(records - stored), (await ImportAsync(store)).Succeeds().Output, StringComparison.Ordinal);
        Assert.Contains(New(0), (await ImportAsync(store)).Succeeds().Output, StringComparison.Ordinal);

        disk.FillBut(megabytes: 1);
        Assert.Equal(
            "The disk that is written to is full. Free some space there, or name a place on another disk, and run again; what was begun is removed.\n",
            (await GraphProcess.RunAsync(folder.Path, "export", "--format", "csv", "-o", disk["tables"], "--store", store)).Fails(1).Talk);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(disk["tables"])!, "tables*"));
    }

    public void Dispose() => folder.Dispose();

    private static string New(int count) => $"\n{count.ToString("N0", CultureInfo.InvariantCulture)} new in";

    private Task<Outcome> ImportAsync(string store) =>
        GraphProcess.RunAsync(folder.Path, "import", "accusations.jsonl", "--store", store, "--batch", Batch.ToString(CultureInfo.InvariantCulture));
}
