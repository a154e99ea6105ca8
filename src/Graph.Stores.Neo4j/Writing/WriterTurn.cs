using System.Threading.Channels;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// The turn of the one writer: an open transaction that holds a lock in the database and stores nothing. A writer that
/// dies loses its connection, and with it the turn, at once. A server that dies loses the lock, and a cluster's new leader never had it,
/// so every transaction of the writer begins with seeing that the turn is held where it runs, and takes it again when it is not.
/// </summary>
internal sealed class WriterTurn : IAsyncDisposable
{
    private const string Lock = $"MERGE (turn:{KeptCounts.Label} {{id: 'writer'}})";

    // Waits for nobody; what it needs of the database, the lock needs as well.
    private static readonly Statement LookAtLock = new($"MATCH (turn:{KeptCounts.Label} {{id: 'writer'}}) RETURN count(turn)");

    /// <summary>How long a server may take to be ready to wait: one that has just started answers its first statements after many seconds.</summary>
    private static readonly TimeSpan ToBeReady = TimeSpan.FromMinutes(1);

    // What the writer stores may be stored twice: the second time it is found unchanged.
    private static readonly TransactionOptions Repeatable = new() { Repeatable = true };

    private static readonly Statement SignOfLife = new("RETURN 1");

    private readonly IStatementRunner runner;
    private readonly TimeSpan wait;
    private readonly TimeProvider time;
    private readonly string location;
    private Channel<Func<IStatementTransaction, Task>> questions = Channel.CreateUnbounded<Func<IStatementTransaction, Task>>();
    private Task holding = Task.CompletedTask;
    private string? server;

    /// <summary>How often it was taken: what was known of the database before the last time may not hold.</summary>
    public int Number { get; private set; }

    /// <summary>
    /// Work is done within the transaction that holds the turn, which stores nothing: each piece sees what those before it did, and nobody
    /// else ever does.
    /// </summary>
    public bool Rehearses { get; init; }

    private WriterTurn(IStatementRunner runner, TimeSpan wait, TimeProvider time, string location)
    {
        this.runner = runner;
        this.wait = wait;
        this.time = time;
        this.location = location;
    }

    /// <summary>Waits for the turn; a writer that still has it after <paramref name="wait"/> makes it fail with a sentence.</summary>
    public static async Task<WriterTurn> TakeAsync(
        IStatementRunner runner,
        TimeSpan wait,
        TimeProvider time,
        string location,
        bool rehearses,
        CancellationToken cancellationToken)
    {
        var turn = new WriterTurn(runner, wait, time, location) { Rehearses = rehearses };
        await turn.TakeAsync(cancellationToken);
        return turn;
    }

    /// <summary>
    /// Runs a piece of work in a transaction of its own, which nobody else's writing comes between. It may be run again from
    /// the beginning.
    /// </summary>
    public Task<T> WriteAsync<T>(
        Func<IStatementTransaction, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken) => Rehearses ? RehearseAsync(work, cancellationToken) : runner.WriteAsync(
        async (transaction, stop) =>
        {
            if (!await IsHeldAsync() || transaction.Server != server)
            {
                // Fails while the server is away; what is waited for after it is another writer only.
                await transaction.RunAsync(SignOfLife, NoRows.Instance, stop);
                await TakeAsync(stop);
            }

            return await work(transaction, stop);
        },
        Repeatable,
        cancellationToken);

    /// <summary>Gives the turn back.</summary>
    public async ValueTask DisposeAsync()
    {
        questions.Writer.TryComplete();
        try
        {
            await holding;
        }
        catch (Exception exception) when (exception is TurnEndedException or DatabaseException or OperationCanceledException)
        {
            // The transaction is rolled back, or was lost with its connection: either way the turn is over.
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        await DisposeAsync();
        var asked = Channel.CreateUnbounded<Func<IStatementTransaction, Task>>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var open = HoldAsync(ready, taken, asked.Reader, giveUp.Token);
        // Only what is waited for after this is another writer: the time that the server takes itself must not be taken for one.
        await Task.WhenAny(ready.Task, open, Task.Delay(ToBeReady, time, giveUp.Token));
        await Task.WhenAny(taken.Task, open, Task.Delay(wait, time, giveUp.Token));
        if (taken.Task.IsCompleted)
        {
            (questions, holding) = (asked, open);
            Number++;
            await CatchUpAsync(cancellationToken);
            return;
        }

        if (!open.IsCompleted) await giveUp.CancelAsync();
        try
        {
            await open;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(StoreFault.Busy, Messages.Busy(location));
        }

        throw new InvalidOperationException("The turn ended before it was taken.");
    }

    /// <summary>Whoever had the turn before may be another program: what it wrote must be seen by what this one looks up.</summary>
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await runner.CatchUpAsync(cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private Task HoldAsync(
        TaskCompletionSource ready,
        TaskCompletionSource taken,
        ChannelReader<Func<IStatementTransaction, Task>> asked,
        CancellationToken mayGiveUp) => runner.WriteAsync<bool>(
        async (transaction, stop) =>
        {
            if (taken.Task.IsCompleted) throw new TurnEndedException(); // It was held and lost: somebody else may have had it since.
            await transaction.RunAsync(LookAtLock, NoRows.Instance, stop);
            ready.TrySetResult();
            await transaction.RunAsync(new(Lock), NoRows.Instance, stop);
            server = transaction.Server;
            taken.TrySetResult();
            await foreach (var question in asked.ReadAllAsync(CancellationToken.None)) await question(transaction);

            throw new TurnEndedException();
        },
        options: null,
        mayGiveUp);

    private async Task<bool> IsHeldAsync()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        questions.Writer.TryWrite(async transaction =>
        {
            await transaction.RunAsync(SignOfLife, NoRows.Instance, CancellationToken.None);
            answer.TrySetResult();
        });
        return await Task.WhenAny(answer.Task, holding) == answer.Task;
    }

    private async Task<T> RehearseAsync<T>(Func<IStatementTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        questions.Writer.TryWrite(async transaction =>
        {
            try
            {
                answer.TrySetResult(await work(transaction, cancellationToken));
            }
            catch (Exception fault)
            {
                // The database gives the whole transaction up, and with it all that was rehearsed.
                answer.TrySetException(fault);
                throw new TurnEndedException();
            }
        });
        if (await Task.WhenAny(answer.Task, holding) != answer.Task && !answer.Task.IsCompleted)
        {
            await holding;
            throw new InvalidOperationException("The rehearsal ended before its work.");
        }

        return await answer.Task;
    }

    private sealed class TurnEndedException : Exception;
}
