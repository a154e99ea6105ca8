using System.Collections.Concurrent;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>
/// Connections for reading, each used by one statement at a time. Reading runs on the caller's thread; the number of
/// connections bounds how many threads of a server's pool it can hold.
/// </summary>
internal sealed class ReaderPool(Func<Connection> open, int size) : IDisposable
{
    private readonly ConcurrentStack<Connection> idle = new();
    private readonly SemaphoreSlim free = new(size);
    private volatile bool isClosed;
    private int waiting;

    /// <summary>The connections now.</summary>
    public PoolState State => new(size - free.CurrentCount, idle.Count, Volatile.Read(ref waiting));

    public async ValueTask<Connection> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (!free.Wait(0, CancellationToken.None)) await WaitAsync(cancellationToken);
        try
        {
            return idle.TryPop(out var connection) ? connection : open();
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public void Return(Connection connection)
    {
        if (isClosed) connection.Dispose();
        else idle.Push(connection);
        free.Release();
    }

    /// <summary>Closes the connections that nobody uses at the moment.</summary>
    public void CloseIdle()
    {
        while (idle.TryPop(out var connection)) connection.Dispose();
    }

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await free.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        isClosed = true;
        CloseIdle();
    }
}
