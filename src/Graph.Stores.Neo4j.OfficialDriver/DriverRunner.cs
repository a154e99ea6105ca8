using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.Routing;
using Driver = global::Neo4j.Driver;

namespace Graph.Stores.Neo4j.OfficialDriver;

/// <summary>
/// Runs statements through <c>Neo4j.Driver</c>. What the driver decodes is encoded once more for the sinks; when to ask again is decided here as the
/// built-in client does, since the driver's own repetitions know nothing of rows that were handed over.
/// </summary>
internal sealed class DriverRunner : IStatementRunner
{
    private readonly BoltSettings settings;
    private readonly Driver.IDriver driver;
    private readonly Driver.IBookmarkManager? bookmarks;

    public DriverRunner(BoltSettings settings)
    {
        this.settings = settings;
        driver = Driver.GraphDatabase.Driver(
            settings.ToDriverUri(),
            new DriverCredentials(settings.Credentials),
            config => config
                .WithMaxConnectionPoolSize(settings.Connections)
                .WithConnectionAcquisitionTimeout(settings.AcquireTimeout)
                .WithConnectionTimeout(settings.ConnectTimeout)
                .WithMaxConnectionLifetime(settings.MaximumAge)
                .WithConnectionLivenessCheckTimeout(settings.LivenessAfter)
                .WithNotificationsDisabled()
                .WithTelemetryDisabled());
        bookmarks = settings.FollowBookmarks ? Driver.GraphDatabase.BookmarkManagerFactory.NewBookmarkManager(new()) : null;
    }

    public async Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
    {
        var repeatable = statement.Access == AccessMode.Read || statement.Repeatable;
        var schedule = Schedule(statement.Access);
        while (true)
        {
            var delivered = new DeliveredRows(rows);
            try
            {
                return await InSessionAsync(statement.Access, statement.FetchSize, (session, call) => UntilCancelledAsync(
                    call,
                    async () =>
                    {
                        var cursor = await session.RunAsync(
                            statement.Text, DriverValues.Parameters(statement.Parameters), Options(statement.Timeout, statement.Metadata, call));
                        return await delivered.TakeAsync(cursor, statement.FetchSize, cancellationToken);
                    },
                    cancellationToken));
            }
            catch (DatabaseException exception)
            {
                if (exception is { Code: null, IsTransient: true } && !repeatable)
                    throw exception.WithCommitUnknown();
                if (!exception.IsTransient || !schedule.TryNext(Recourse.Wait, out var delay) || (delivered.Count > 0 && !rows.TryRestart()))
                    throw;
                await Task.Delay(delay, cancellationToken);
            }
        }
    }

    public Task<T> WriteAsync<T>(
        Func<IStatementTransaction, CancellationToken, Task<T>> work,
        TransactionOptions? options = null,
        CancellationToken cancellationToken = default) => TransactAsync(AccessMode.Write, work, options ?? new(), cancellationToken);

    public Task<T> ReadAsync<T>(
        Func<IStatementTransaction, CancellationToken, Task<T>> work,
        TransactionOptions? options = null,
        CancellationToken cancellationToken = default) =>
        TransactAsync(AccessMode.Read, work, (options ?? new()) with { Repeatable = true }, cancellationToken);

    public Task CatchUpAsync(CancellationToken cancellationToken = default) => settings.Routing
        ? WriteAsync(
            (transaction, stop) => transaction.RunAsync(new("RETURN 1"), NoRows.Instance, stop),
            new() { Repeatable = true },
            cancellationToken)
        : Task.CompletedTask;

    public async Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default)
    {
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var server = await InSessionAsync(AccessMode.Read, 1, async (session, call) =>
                (await (await session.RunAsync("RETURN 1", Options(settings.GreetingTimeout, null, call))).ConsumeAsync()).Server.Agent)
                .WaitAsync(settings.GreetingTimeout, cancellationToken);
            var elapsed = TimeProvider.System.GetElapsedTime(started);
            return new(true, Sentences.Ready(settings.Address, server, elapsed), server, elapsed, Error: null);
        }
        catch (DatabaseException exception)
        {
            return new(false, exception.Message, Server: null, TimeProvider.System.GetElapsedTime(started), exception.Kind);
        }
        catch (TimeoutException)
        {
            return new(
                false,
                Sentences.NoAnswer(settings.Address, settings.GreetingTimeout),
                Server: null,
                TimeProvider.System.GetElapsedTime(started),
                DatabaseErrorKind.Unavailable);
        }
    }

    public ValueTask DisposeAsync() => driver.DisposeAsync();

    /// <summary>
    /// Waits for work on the server; when the caller gives up, the transaction is ended there by its mark, again and again until the work
    /// returns, for it may not have begun when it is first looked for.
    /// </summary>
    internal async Task<T> UntilCancelledAsync<T>(string call, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var running = DriverFaults.TellAsync(work, settings);
        var cancelled = new TaskCompletionSource();
        using (cancellationToken.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), cancelled))
            await Task.WhenAny(running, cancelled.Task);
        while (cancelled.Task.IsCompleted && !running.IsCompleted)
        {
            await EndAsync(call);
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None));
        }

        try
        {
            return await running;
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is DatabaseException or OperationCanceledException)
        {
            throw new OperationCanceledException("The statement was cancelled.", exception, cancellationToken);
        }
    }

    private async Task<T> TransactAsync<T>(
        AccessMode access,
        Func<IStatementTransaction, CancellationToken, Task<T>> work,
        TransactionOptions options,
        CancellationToken cancellationToken)
    {
        var schedule = Schedule(access);
        while (true)
        {
            try
            {
                return await InSessionAsync(access, new Statement(string.Empty).FetchSize, async (session, call) =>
                {
                    var begun = await DriverFaults.TellAsync(
                        () => session.BeginTransactionAsync(Options(options.Timeout, options.Metadata, call)), settings).WaitAsync(cancellationToken);
                    await using var transaction = new DriverTransaction(this, begun, call, settings);
                    var result = await work(transaction, cancellationToken);
                    cancellationToken.ThrowIfCancellationRequested();
                    await transaction.CommitAsync();
                    return result;
                });
            }
            catch (DatabaseException exception)
            {
                if (!exception.IsTransient || (exception.CommitUnknown && !options.Repeatable) || !schedule.TryNext(Recourse.Wait, out var delay))
                    throw;
                await Task.Delay(delay, cancellationToken);
            }
        }
    }

    private async Task<T> InSessionAsync<T>(AccessMode access, long fetchSize, Func<Driver.IAsyncSession, string, Task<T>> work)
    {
        var session = driver.AsyncSession(config =>
        {
            config.WithDefaultAccessMode(access == AccessMode.Read ? Driver.AccessMode.Read : Driver.AccessMode.Write).WithFetchSize(fetchSize);
            if (settings.Database is { } database)
                config.WithDatabase(database);
            if (bookmarks is not null)
                config.WithBookmarkManager(bookmarks);
        });
        await using (session)
            return await DriverFaults.TellAsync(() => work(session, Guid.NewGuid().ToString("N")), settings);
    }

    private async Task EndAsync(string call)
    {
        const string End = $"SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.{DriverTransaction.Mark} = $call "
            + "TERMINATE TRANSACTIONS id YIELD message RETURN message";
        try
        {
            await InSessionAsync(AccessMode.Read, 100, async (session, _) =>
                await (await session.RunAsync(End, new Dictionary<string, object> { ["call"] = call })).ConsumeAsync());
        }
        catch (DatabaseException)
        {
            // The server is away, and with it whatever was to be ended; or it is asked again in a moment.
        }
    }

    private RetrySchedule Schedule(AccessMode access) =>
        new(settings.RetryDelay, access == AccessMode.Read ? settings.ReadRetryTime : settings.WriteRetryTime, TimeProvider.System);

    private static Action<Driver.TransactionConfigBuilder> Options(
        TimeSpan? timeout, IReadOnlyDictionary<string, object?>? metadata, string call) => config =>
    {
        if (timeout is { } limit)
            config.WithTimeout(limit);
        config.WithMetadata(new Dictionary<string, object>((metadata ?? new Dictionary<string, object?>())!) { [DriverTransaction.Mark] = call });
    };
}
