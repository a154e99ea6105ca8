using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.EndToEnd.Tests;

public sealed partial class Interruptions : IDisposable
{
    private const int Claims = 150_000;
    private const int Batch = 500;

    private readonly TemporaryFolder folder = new();

    public Interruptions()
    {
        using var file = new StreamWriter(folder["claims.jsonl"], false, new UTF8Encoding(false));
        for (var i = 0; i < Claims; i++)
            file.WriteLine($$$"""{"type":"node","id":"{{{i}}}","labels":["Claim"],"properties":{"id":"claim-{{{i}}}","text":"What is alleged, number {{{i}}}"}}""");
    }

    private string Store => "sqlite:" + folder["graph.db"];

    private string[] Import => ["import", "claims.jsonl", "--store", Store, "--batch", Batch.ToString(CultureInfo.InvariantCulture)];

    [Fact]
    public async Task AKilledImportLeavesWholeBatchesThatTheNextRunCompletes()
    {
        var random = new Random(20250602);
        var stored = 0;
        for (var kill = 0; kill < 4; kill++)
        {
            using var import = GraphProcess.Start(folder.Path, Import);
            await WaitForWritingAsync(import);
            await Task.Delay(random.Next(0, 150));
            import.KillHard();
            await import.EndAsync();
            var now = await CountAsync();
            Assert.True(now % Batch == 0, $"{now} records are stored, which is no whole number of batches of {Batch}.");
            Assert.InRange(now, stored, Claims);
            stored = now;
        }

        Assert.InRange(stored, 1, Claims);
        var last = (await GraphProcess.RunAsync(folder.Path, Import)).Succeeds();
        Assert.Contains($"{(Claims - stored).ToString("N0", CultureInfo.InvariantCulture)} new in", last.Output, StringComparison.Ordinal);
        Assert.Equal(Claims, await CountAsync());
    }

    [Fact]
    public async Task CtrlCFinishesTheBatchAndReports()
    {
        using var import = GraphProcess.Start(folder.Path, Import);
        await WaitForWritingAsync(import);
        import.Interrupt();
        var outcome = await import.EndAsync();
        outcome.Fails(130);
        Assert.Contains("Cancelled. Every batch that was finished is in", outcome.Output, StringComparison.Ordinal);
        var stored = await CountAsync();
        Assert.Equal(0, stored % Batch);
        Assert.Contains(
            $"│ {stored.ToString("N0", CultureInfo.InvariantCulture)} │",
            Spaces().Replace(outcome.Output, " "),
            StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The write-ahead log grows once the first batch is on its way.</summary>
    private async Task WaitForWritingAsync(GraphProcess import)
    {
        while (!import.HasEnded && new FileInfo(folder["graph.db-wal"]) is not { Exists: true, Length: > 100_000 }) await Task.Delay(5);
    }

    private async Task<int> CountAsync()
    {
        var outcome = (await GraphProcess.RunAsync(folder.Path, "query", "{ claimsConnection { totalCount } }", "--format", "json", "--store", Store))
            .Succeeds();
        return JsonElement.Parse(outcome.Output).GetProperty("data").GetProperty("claimsConnection").GetProperty("totalCount").GetInt32();
    }

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
