using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Cypher;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// The turn of the one writer: an open transaction that holds a lock in the database and stores nothing. A writer that
/// dies loses its connection, and with it the turn, at once.
/// </summary>
internal sealed class WriterTurn : IAsyncDisposable
{
    private const string Lock = $"MERGE (turn:{KeptCounts.Label} {{id: 'writer'}})";

    private readonly TaskCompletionSource ended;
    private readonly Task holding;

    private WriterTurn(TaskCompletionSource ended, Task holding)
    {
        this.ended = ended;
        this.holding = holding;
    }

    /// <summary>Waits for the turn; a writer that still has it after <paramref name="wait"/> makes it fail with a sentence.</summary>
    public static async Task<WriterTurn> TakeAsync(IStatementRunner runner, TimeSpan wait, TimeProvider time, string location, CancellationToken cancellation)
    {
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var mayGiveUp = giveUp.Token;
        var open = runner.WriteAsync<bool>(
            async (transaction, stop) =>
            {
                await transaction.RunAsync(new(Lock), new NumberRows(static (_, _, _) => { }), stop);
                taken.TrySetResult();
                await release.Task;
                throw new TurnEndedException();
            },
            options: null,
            mayGiveUp);
        await Task.WhenAny(taken.Task, open, Task.Delay(wait, time, mayGiveUp));
        if (taken.Task.IsCompleted) return new(release, open);
        if (!open.IsCompleted) await giveUp.CancelAsync();
        try
        {
            await open;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreException(StoreFault.Busy, Messages.Busy(location));
        }

        throw new InvalidOperationException("The turn ended before it was taken.");
    }

    /// <summary>Gives the turn back.</summary>
    public async ValueTask DisposeAsync()
    {
        ended.TrySetResult();
        try
        {
            await holding;
        }
        catch (Exception exception) when (exception is TurnEndedException or DatabaseException or OperationCanceledException)
        {
            // The transaction is rolled back, or was lost with its connection: either way the turn is over.
        }
    }

    private sealed class TurnEndedException : Exception;
}
