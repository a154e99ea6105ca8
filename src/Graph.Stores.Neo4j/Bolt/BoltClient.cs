namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// Runs statements on a Neo4j server over Bolt. Each attempt is: rent a connection, run, give it back; around it stands the decision whether a
/// failure passes and whether asking again is safe.
/// </summary>
internal sealed class BoltClient : IStatementRunner
{
    private static readonly Statement SignOfLife = new("RETURN 1");

    private readonly BoltSettings settings;
    private readonly TimeProvider time;
    private readonly BoltPool pool;
    private string? bookmark;

    public BoltClient(BoltSettings settings, TimeProvider? time = null)
    {
        this.settings = settings;
        this.time = time ?? TimeProvider.System;
        pool = new BoltPool(settings, this.time);
    }

    public BoltPoolCounts Connections => pool.Counts;

    public async Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
    {
        var repeatable = statement.Access == AccessMode.Read || statement.Repeatable;
        var schedule = new RetrySchedule(
            settings.RetryDelay, statement.Access == AccessMode.Read ? settings.ReadRetryTime : settings.WriteRetryTime, time);
        var scope = new TransactionScope(
            statement.Access, settings.Database, statement.Timeout, statement.Metadata, settings.FollowBookmarks ? bookmark : null);
        while (true)
        {
            var attempt = new Attempt();
            try
            {
                return Noted(
                    await AttemptAsync(attempt, connection => connection.RunAsync(statement, rows, scope, cancellationToken), cancellationToken));
            }
            catch (DatabaseException exception)
            {
                var unknown = exception.Code is null && attempt.Started && !repeatable;
                await LearnFromAsync(exception, attempt);
                if (unknown && exception.IsTransient)
                    throw exception.WithCommitUnknown();
                if (!exception.IsTransient || !schedule.TryNext(out var delay) || (attempt.RowsDelivered > 0 && !rows.TryRestart()))
                    throw;
                await Task.Delay(delay, time, cancellationToken);
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

    public async Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        var attempt = new Attempt();
        using var limit = new CancellationTokenSource(settings.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var scope = new TransactionScope(AccessMode.Read, settings.Database, settings.ConnectTimeout, Metadata: null, Bookmark: null);
            await AttemptAsync(attempt, connection => connection.RunAsync(SignOfLife, NoRows.Instance, scope, either.Token), either.Token);
            var elapsed = time.GetElapsedTime(started);
            return new DatabaseHealth(true, Sentences.Ready(settings.Address, attempt.Server, elapsed), attempt.Server, elapsed, Error: null);
        }
        catch (DatabaseException exception)
        {
            await LearnFromAsync(exception, attempt);
            return new DatabaseHealth(false, exception.Message, Server: null, time.GetElapsedTime(started), exception.Kind);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var (kind, sentence) = attempt.Started || pool.Counts.InUse < settings.Connections
                ? (DatabaseErrorKind.Unavailable, Sentences.NoAnswer(settings.Address, settings.ConnectTimeout))
                : (DatabaseErrorKind.PoolExhausted, Sentences.PoolExhausted(settings.Address, settings.Connections, settings.ConnectTimeout));
            return new DatabaseHealth(false, sentence, Server: null, time.GetElapsedTime(started), kind);
        }
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private async Task<T> TransactAsync<T>(
        AccessMode access,
        Func<IStatementTransaction, CancellationToken, Task<T>> work,
        TransactionOptions options,
        CancellationToken cancellationToken)
    {
        var schedule = new RetrySchedule(settings.RetryDelay, access == AccessMode.Read ? settings.ReadRetryTime : settings.WriteRetryTime, time);
        var scope = new TransactionScope(
            access, settings.Database, options.Timeout, options.Metadata, settings.FollowBookmarks ? bookmark : null);
        while (true)
        {
            var attempt = new Attempt();
            try
            {
                return await AttemptAsync(attempt, connection => CommittedAsync(connection, scope, work, cancellationToken), cancellationToken);
            }
            catch (DatabaseException exception)
            {
                await LearnFromAsync(exception, attempt);
                if (!exception.IsTransient || (exception.CommitUnknown && !options.Repeatable) || !schedule.TryNext(out var delay))
                    throw;
                await Task.Delay(delay, time, cancellationToken);
            }
        }
    }

    private async Task<T> CommittedAsync<T>(
        BoltConnection connection,
        TransactionScope scope,
        Func<IStatementTransaction, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        var transaction = new BoltTransaction(connection, scope);
        try
        {
            var result = await work(transaction, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            Note(await transaction.CommitAsync());
            return result;
        }
        finally
        {
            transaction.End();
        }
    }

    private async Task<T> AttemptAsync<T>(Attempt attempt, Func<BoltConnection, Task<T>> run, CancellationToken cancellationToken)
    {
        var connection = await pool.RentAsync(cancellationToken);
        attempt.Started = true;
        attempt.Server = connection.Server;
        try
        {
            return await run(connection);
        }
        finally
        {
            attempt.RowsDelivered = connection.RowsDelivered;
            attempt.Lost = connection.IsBroken;
            await pool.ReturnAsync(connection);
        }
    }

    /// <summary>A lost connection makes the others suspect; an expired authorization makes all of them log on again.</summary>
    private async ValueTask LearnFromAsync(DatabaseException exception, Attempt attempt)
    {
        if (attempt.Lost)
            await pool.DropAsync();
        else if (ServerFailure.NeedsLogon(exception.Code))
            pool.ExpireLogons();
    }

    private StatementSummary Noted(StatementSummary summary)
    {
        Note(summary.Bookmark);
        return summary;
    }

    private void Note(string? latest) => bookmark = latest ?? bookmark;

    /// <summary>What is known about one attempt after it failed.</summary>
    private sealed class Attempt
    {
        /// <summary>Whether a connection was there, so that the server may have seen the statement.</summary>
        public bool Started { get; set; }

        public string Server { get; set; } = string.Empty;

        public long RowsDelivered { get; set; }

        public bool Lost { get; set; }
    }
}

/// <summary>For statements whose rows nobody wants.</summary>
internal sealed class NoRows : IRowSink
{
    public static readonly NoRows Instance = new();

    public void OnRow(PackStream.PackStreamReader row)
    {
    }

    public bool TryRestart() => true;
}
