using Graph.Import.Tests.Support;
using Graph.Model.Stores;

namespace Graph.Import.Tests;

/// <summary>What an import leaves that is cancelled or whose store fails.</summary>
public sealed class RunsThatEndEarly : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly MemoryStore store = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task ACancelledImportFinishesItsBatchAndTheNextRunFinishesTheWork()
    {
        workspace.Write("a.jsonl", string.Join(
            '\n',
            Enumerable.Range(0, 5000).Select(i => $$$"""{"type":"node","labels":["Claim"],"properties":{"id":"c{{{i}}}","text":"x"}}""")));
        using var stop = new CancellationTokenSource();
        store.OnWrite = () =>
        {
            if (store.Batches == 3) stop.Cancel();
        };
        var options = workspace.Options() with { BatchRecords = 100 };
        var report = await Importer.RunAsync(options, store, TimeProvider.System, null, stop.Token);
        Assert.Equal((ImportOutcome.Cancelled, 400), (report.Outcome, report.Added));
        Assert.Equal((400, 1), (store.Nodes.Count, store.Refreshes));
        report = await Importer.RunAsync(options, store, TimeProvider.System, null, CancellationToken.None);
        Assert.Equal((ImportOutcome.Complete, 4600, 400), (report.Outcome, report.Added, report.Unchanged));
    }

    /// <summary>One that is away has been waited for already: the end of the run is not kept, which would wait for it once more.</summary>
    [Theory]
    [InlineData(StoreFault.Full, true)]
    [InlineData(StoreFault.Unavailable, false)]
    public async Task AFailingStoreIsReportedInItsOwnWords(StoreFault fault, bool isEndKept)
    {
        workspace.Write("one.yaml", Workspace.Actors);
        store.OnWrite = () => throw new StoreException(fault, "No space is left.");
        var report = await workspace.ImportAsync(store);
        Assert.Equal((ImportOutcome.Failed, "No space is left."), (report.Outcome, report.Failure));
        Assert.Equal(isEndKept, Assert.Single(store.Runs).EndedAt is not null);
    }

    [Fact]
    public async Task AStoreThatFailsInTheMiddleOfALargeFileEndsTheRun()
    {
        workspace.Write("a.jsonl", string.Join(
            '\n',
            Enumerable.Range(0, 5000).Select(i => $$$"""{"type":"node","labels":["Claim"],"properties":{"id":"c{{{i}}}","text":"x"}}""")));
        store.OnWrite = () =>
        {
            if (store.Batches == 2) throw new StoreException(StoreFault.Full, "No space is left.");
        };
        var report = await Importer.RunAsync(
            workspace.Options() with { BatchRecords = 100 },
            store,
            TimeProvider.System,
            null,
            CancellationToken.None);
        Assert.Equal((ImportOutcome.Failed, 200), (report.Outcome, report.Added));
    }
}
