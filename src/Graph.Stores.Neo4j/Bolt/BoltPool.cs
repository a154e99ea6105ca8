using Graph.Stores.Neo4j.Bolt.Routing;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// The open connections of one client. At most <see cref="BoltSettings.Connections"/> exist at a time; the one used last is used next, so that
/// few stay warm and the others age out. When a connection is lost, all that were opened before are closed: after a restart of the server
/// nobody runs into a second dead one.
/// </summary>
internal sealed class BoltPool(BoltSettings settings, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim free = new(settings.Connections, settings.Connections);
    private readonly Lock gate = new();
    private readonly Stack<(BoltConnection Connection, long Since)> idle = new();
    private int attempts;
    private int inUse;
    private int waiting;
    private long created;
    private long closed;
    private long lostAt = long.MinValue;
    private long expiredAt = long.MinValue;
    private volatile bool retired;
    private bool disposed;

    /// <summary>How many connections are in use and idle now, and how many were opened and closed since the start.</summary>
    public BoltPoolCounts Counts
    {
        get
        {
            lock (gate)
                return new BoltPoolCounts(inUse, idle.Count, created, closed, Volatile.Read(ref waiting));
        }
    }

    /// <summary>The server that all of them lead to.</summary>
    public BoltAddress Address => settings.Address;

    /// <summary>How many attempts have chosen this server and have not ended, those that wait for a connection among them.</summary>
    public int Attempts => Volatile.Read(ref attempts);

    /// <summary>An attempt has chosen this server. It counts from its choice on, so that those who choose at the same time see each other.</summary>
    public void BeginAttempt() => Interlocked.Increment(ref attempts);

    /// <summary>The attempt has ended, however it did.</summary>
    public void EndAttempt() => Interlocked.Decrement(ref attempts);

    /// <summary>
    /// A connection for one task, which gives it back with <see cref="ReturnAsync"/>. Waits for at most
    /// <see cref="BoltSettings.AcquireTimeout"/> for a free one.
    /// </summary>
    public async ValueTask<BoltConnection> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!free.Wait(0, CancellationToken.None) && !await WaitAsync(cancellationToken))
        {
            throw new DatabaseException(
                DatabaseErrorKind.PoolExhausted, Sentences.PoolExhausted(settings.Address, settings.Connections, settings.AcquireTimeout));
        }

        Task<BoltConnection>? opening = null;
        try
        {
            var connection = await TakeIdleAsync(cancellationToken);
            if (connection is null)
            {
                opening = OpenAsync();
                connection = await opening.WaitAsync(cancellationToken);
            }

            lock (gate)
                inUse++;
            return connection;
        }
        catch (OperationCanceledException) when (opening is not null)
        {
            _ = KeepForOthersAsync(opening);
            throw;
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back: settles it for the next one who needs it, or closes it.</summary>
    public async ValueTask ReturnAsync(BoltConnection connection)
    {
        try
        {
            if (!await connection.SettleAsync() || !TryKeep(connection))
                await CloseAsync(connection);
        }
        finally
        {
            lock (gate)
                inUse--;
            free.Release();
        }
    }

    /// <summary>A lost connection makes the others suspect; an expired authorization makes all of them log on again.</summary>
    public async ValueTask LearnAsync(DatabaseException failure, AttemptEnd end)
    {
        if (end == AttemptEnd.Lost)
            await DropAsync();
        else if (ServerFailure.NeedsLogon(failure.Code))
            ExpireLogons();
    }

    /// <summary>Closes every connection that was opened before now: at once when idle, otherwise when it is given back.</summary>
    public async ValueTask DropAsync()
    {
        List<BoltConnection> dropped;
        lock (gate)
        {
            lostAt = time.GetTimestamp();
            dropped = [.. idle.Select(entry => entry.Connection)];
            idle.Clear();
        }

        foreach (var connection in dropped)
            await CloseAsync(connection);
    }

    /// <summary>Every connection that was opened before now logs on again before it is used, with the credentials of that moment.</summary>
    public void ExpireLogons() => Volatile.Write(ref expiredAt, time.GetTimestamp());

    /// <summary>The server takes no part any more: its connections are closed, those in use when they are given back.</summary>
    public async ValueTask RetireAsync()
    {
        retired = true;
        await DropAsync();
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        await DropAsync();
    }

    private async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            return await free.WaitAsync(settings.AcquireTimeout, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async ValueTask<BoltConnection?> TakeIdleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (BoltConnection Connection, long Since) entry;
            lock (gate)
            {
                if (!idle.TryPop(out entry))
                    return null;
            }

            var connection = entry.Connection;
            if (!IsTooOld(connection)
                && !connection.LooksStale
                && (time.GetElapsedTime(entry.Since) < settings.LivenessAfter || await connection.IsAliveAsync())
                && (!LogonExpired(connection) || await connection.TryLogonAgainAsync(settings.Credentials.Current())))
            {
                return connection;
            }

            await CloseAsync(connection);
        }
    }

    private async Task<BoltConnection> OpenAsync()
    {
        var connection = await BoltConnection.OpenAsync(settings, time);
        Interlocked.Increment(ref created);
        return connection;
    }

    /// <summary>
    /// The one who wanted this connection has given up; the next one gets it. Otherwise callers with little patience could keep a client from ever
    /// having a connection.
    /// </summary>
    private async Task KeepForOthersAsync(Task<BoltConnection> opening)
    {
        BoltConnection connection;
        try
        {
            connection = await opening;
        }
        catch
        {
            free.Release(); // Whoever asks next learns by themselves why no connection can be opened.
            return;
        }

        lock (gate)
            inUse++;
        await ReturnAsync(connection);
    }

    private bool TryKeep(BoltConnection connection)
    {
        if (IsTooOld(connection))
            return false;
        lock (gate)
        {
            if (disposed || retired || connection.OpenedAt < lostAt)
                return false;
            idle.Push((connection, time.GetTimestamp()));
            return true;
        }
    }

    private bool IsTooOld(BoltConnection connection) => time.GetElapsedTime(connection.OpenedAt) > settings.MaximumAge;

    private bool LogonExpired(BoltConnection connection) => connection.LoggedOnAt < Volatile.Read(ref expiredAt);

    private async ValueTask CloseAsync(BoltConnection connection)
    {
        Interlocked.Increment(ref closed);
        await connection.CloseAsync();
    }
}

/// <summary>A pool's connections: in use and idle now, opened and closed since the start; and how many callers wait for one.</summary>
internal readonly record struct BoltPoolCounts(int InUse, int Idle, long Created, long Closed, int Waiting = 0);
