using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt.Routing;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// Runs statements on a Neo4j server or cluster over Bolt. Each attempt is: choose a server, rent a connection, run, give it back; around it
/// stands the decision whether a failure passes, whether another server can be asked, and whether asking again is safe.
/// </summary>
internal sealed class BoltClient : IStatementRunner
{
    private static readonly Statement SignOfLife = new("RETURN 1");

    private readonly BoltSettings settings;
    private readonly TimeProvider time;
    private readonly Bookmarks bookmarks = new();
    private readonly IBoltServers servers;
    private readonly IDisposable watch;

    public BoltClient(BoltSettings settings, TimeProvider? time = null)
    {
        this.settings = settings;
        this.time = time ?? TimeProvider.System;
        servers = settings.Routing ? new Cluster(settings, this.time, bookmarks) : new OneServer(settings, this.time);
        watch = PoolMetrics.Watch("bolt", () => new(Connections.InUse, Connections.Idle, Connections.Waiting));
    }

    public BoltPoolCounts Connections => servers.Connections;

    public async Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
    {
        var access = statement.Access;
        var repeatable = access == AccessMode.Read || statement.Repeatable;
        var schedule = Schedule(access);
        while (true)
        {
            var attempt = new Attempt(access);
            try
            {
                return await AttemptAsync(
                    attempt,
                    async (connection, server) =>
                    {
                        var scope = Scope(access, server, statement.Timeout, statement.Metadata);
                        var summary = await connection.RunAsync(statement, rows, scope, cancellationToken);
                        Follow(scope, summary.Bookmark);
                        return summary;
                    },
                    cancellationToken);
            }
            catch (DatabaseException exception)
            {
                // Whatever the reason: once the connection is lost, nobody knows what the server has done, and another one must not do it again.
                var unknown = exception.Code is null && attempt.Started && !repeatable && (attempt.Lost || exception.IsTransient);
                var recourse = await LearnFromAsync(exception, attempt);
                if (unknown)
                    throw exception.WithCommitUnknown();
                if (!MayPass(exception, recourse) || !schedule.TryNext(recourse, out var delay) || (attempt.RowsDelivered > 0 && !rows.TryRestart()))
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

    public Task CatchUpAsync(CancellationToken cancellationToken = default) => settings.Routing
        ? WriteAsync((transaction, stop) => transaction.RunAsync(SignOfLife, NoRows.Instance, stop), new() { Repeatable = true }, cancellationToken)
        : Task.CompletedTask;

    public async Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        using var limit = new CancellationTokenSource(settings.GreetingTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        for (var failovers = 0; ; failovers++)
        {
            var attempt = new Attempt(AccessMode.Read);
            try
            {
                await AttemptAsync(attempt, (connection, server) => PingAsync(connection, server, either.Token), either.Token);
                var elapsed = time.GetElapsedTime(started);
                return new DatabaseHealth(true, Sentences.Ready(attempt.Address!, attempt.Server, elapsed), attempt.Server, elapsed, Error: null);
            }
            catch (DatabaseException exception)
            {
                // One server of a cluster that is gone does not make the others unable to answer.
                if (await LearnFromAsync(exception, attempt) == Recourse.Wait || failovers == RoutingLimits.FailoversOfAStatement)
                    return new DatabaseHealth(false, exception.Message, Server: null, time.GetElapsedTime(started), exception.Kind);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                var silence = Silence(attempt);
                await LearnFromAsync(silence, attempt);
                return new DatabaseHealth(false, silence.Message, Server: null, time.GetElapsedTime(started), silence.Kind);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        watch.Dispose();
        return servers.DisposeAsync();
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
            var attempt = new Attempt(access);
            try
            {
                return await AttemptAsync(
                    attempt,
                    (connection, server) =>
                        CommittedAsync(connection, Scope(access, server, options.Timeout, options.Metadata), work, cancellationToken),
                    cancellationToken);
            }
            catch (DatabaseException exception)
            {
                var recourse = await LearnFromAsync(exception, attempt);
                if (!MayPass(exception, recourse) || (exception.CommitUnknown && !options.Repeatable) || !schedule.TryNext(recourse, out var delay))
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

            // Of a cluster the bookmark has to be known, by which the next reading sees no less than this one.
            if (scope.Access == AccessMode.Read && !settings.FollowBookmarks) await transaction.EndReadingAsync();
            else Follow(scope, await transaction.CommitAsync());
            return result;
        }
        finally
        {
            transaction.End();
        }
    }

    private async Task<T> AttemptAsync<T>(Attempt attempt, Func<BoltConnection, ChosenServer, Task<T>> run, CancellationToken cancellationToken)
    {
        var chosen = await servers.ChooseAsync(attempt.Access, cancellationToken);
        attempt.Chosen = chosen;
        try
        {
            return await AttemptAsync(attempt, chosen, run, cancellationToken);
        }
        finally
        {
            chosen.Pool.EndAttempt();
        }
    }

    private static async Task<T> AttemptAsync<T>(
        Attempt attempt, ChosenServer chosen, Func<BoltConnection, ChosenServer, Task<T>> run, CancellationToken cancellationToken)
    {
        var connection = await chosen.Pool.RentAsync(cancellationToken);
        attempt.Started = true;
        attempt.Server = connection.Server;
        try
        {
            return await run(connection, chosen);
        }
        finally
        {
            attempt.RowsDelivered = connection.RowsDelivered;
            attempt.Lost = connection.IsBroken;
            // The one who has read does not wait for the answer that the connection waits for.
            var waits = !connection.IsEndAwaited;
            var giving = chosen.Pool.ReturnAsync(connection);
            if (waits) await giving;
        }
    }

    private Task<StatementSummary> PingAsync(BoltConnection connection, ChosenServer server, CancellationToken cancellationToken) =>
        connection.RunAsync(
            SignOfLife,
            NoRows.Instance,
            new TransactionScope(AccessMode.Read, server.Database, settings.GreetingTimeout, Metadata: null, Bookmarks: []),
            cancellationToken);

    /// <summary>Why nobody has answered in time.</summary>
    private DatabaseException Silence(Attempt attempt)
    {
        var address = attempt.Address ?? settings.Address;
        return attempt.Started || attempt.Chosen is not { } chosen || chosen.Pool.Counts.InUse < settings.Connections
            ? new(DatabaseErrorKind.Unavailable, Sentences.NoAnswer(address, settings.GreetingTimeout))
            : new(DatabaseErrorKind.PoolExhausted, Sentences.PoolExhausted(address, settings.Connections, settings.GreetingTimeout));
    }

    private RetrySchedule Schedule(AccessMode access) =>
        new(settings.RetryDelay, access == AccessMode.Read ? settings.ReadRetryTime : settings.WriteRetryTime, time);

    private TransactionScope Scope(AccessMode access, ChosenServer server, TimeSpan? timeout, IReadOnlyDictionary<string, object?>? metadata) =>
        new(access, server.Database, timeout, metadata, settings.FollowBookmarks ? bookmarks.Latest : []);

    // One server alone shows what it has committed; its bookmarks would only add up.
    private void Follow(TransactionScope scope, string? bookmark)
    {
        if (settings.FollowBookmarks) bookmarks.Replace(scope.Bookmarks, bookmark);
    }

    private static bool MayPass(DatabaseException exception, Recourse recourse) => exception.IsTransient || recourse != Recourse.Wait;

    private async ValueTask<Recourse> LearnFromAsync(DatabaseException exception, Attempt attempt) => attempt.Chosen is { } chosen
        ? await servers.LearnAsync(chosen, attempt.Access, exception, attempt.End)
        : Recourse.Wait;

    /// <summary>What is known about one attempt after it failed.</summary>
    private sealed class Attempt(AccessMode access)
    {
        public AccessMode Access => access;

        /// <summary>Who was asked; null when nobody was there to ask.</summary>
        public ChosenServer? Chosen { get; set; }

        public BoltAddress? Address => Chosen?.Pool.Address;

        /// <summary>Whether a connection was there, so that the server may have seen the statement.</summary>
        public bool Started { get; set; }

        public string Server { get; set; } = string.Empty;

        public long RowsDelivered { get; set; }

        public bool Lost { get; set; }

        public AttemptEnd End => Lost ? AttemptEnd.Lost : Started ? AttemptEnd.Refused : AttemptEnd.NotStarted;
    }
}
