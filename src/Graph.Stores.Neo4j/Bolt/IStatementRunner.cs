using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// The seam between the Neo4j store and whatever speaks to the server: run this statement with these parameters, hand me the rows.
/// <see cref="BoltClient"/> implements it with the wire protocol written here; an adapter for the official driver implements the same
/// members (it re-encodes a row with <see cref="PackStreamWriter.WriteValue(object)"/> and reads parameters with
/// <see cref="StatementParameters.ToDictionary"/>). Decision 1 tells the steps; a test does it over HTTP.
/// </summary>
/// <remarks>
/// Safe for use by many tasks at once. Every member throws <see cref="DatabaseException"/> when the database refuses or is away, and
/// <see cref="OperationCanceledException"/> when the caller's own token was cancelled; by then the statement no longer runs on the server.
/// </remarks>
internal interface IStatementRunner : IAsyncDisposable
{
    /// <summary>
    /// Runs one statement in a transaction of its own (auto-commit). A reading statement is repeated after a transient failure as long as
    /// no row was handed over, or the sink can take its rows back; a writing one is repeated only when <see cref="Statement.Repeatable"/>.
    /// </summary>
    Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs <paramref name="work"/> inside one write transaction and commits it when the work returns; when the work throws, nothing of
    /// it remains. After a transient failure (deadlock, leader switch, lost connection) the whole work is called again, so it must start
    /// from the beginning each time.
    /// </summary>
    Task<T> WriteAsync<T>(
        Func<IStatementTransaction, CancellationToken, Task<T>> work, TransactionOptions? options = null,
            CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs <paramref name="work"/> inside one transaction that only reads. After a transient failure the whole work is called again, so
    /// it must start from the beginning each time. A runner that knows one kind of transaction has nothing to add.
    /// </summary>
    Task<T> ReadAsync<T>(
        Func<IStatementTransaction, CancellationToken, Task<T>> work, TransactionOptions? options = null,
            CancellationToken cancellationToken = default) =>
        WriteAsync(work, options, cancellationToken);

    /// <summary>
    /// What anybody has committed before this is called is seen by whatever this runner reads after it has returned. One server always shows
    /// it; in a cluster those that are read from may lag.
    /// </summary>
    Task CatchUpAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Asks the server whether it answers, now and without retrying. Never throws for a database that is away: the answer says so.</summary>
    Task<DatabaseHealth> PingAsync(CancellationToken cancellationToken = default);
}

/// <summary>A statement, and who takes its rows.</summary>
internal sealed record AskedStatement(Statement Statement, IRowSink Rows);
