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

/// <summary>An open transaction. It belongs to one task and ends with the work it was given to.</summary>
internal interface IStatementTransaction
{
    /// <summary>The server that it is open on; null where only one is known.</summary>
    string? Server => null;

    /// <summary>
    /// Runs one statement inside this transaction. <see cref="Statement.Access"/>, <see cref="Statement.Timeout"/> and
    /// <see cref="Statement.Metadata"/> are those of the transaction, not of the statement.
    /// </summary>
    Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default);
}

/// <summary>Whether a statement only reads. A statement that writes although it says <see cref="Read"/> is refused by the server.</summary>
internal enum AccessMode
{
    Read,
    Write,
}

/// <summary>One Cypher statement and how to run it.</summary>
/// <param name="Text">The statement. Values never stand in it: they are parameters.</param>
/// <param name="Parameters">The values of its parameters.</param>
internal sealed record Statement(string Text, StatementParameters Parameters)
{
    public Statement(string text)
        : this(text, StatementParameters.None)
    {
    }

    public AccessMode Access { get; init; } = AccessMode.Read;

    /// <summary>
    /// After this time the server ends the transaction (<c>tx_timeout</c>); null leaves the limit to the server. At least a
    /// millisecond.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Shown by <c>SHOW TRANSACTIONS</c> and in the server's query log (<c>tx_metadata</c>).</summary>
    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    /// <summary>Rows asked for at a time; the next ones are asked for when the sink has dealt with these. -1 asks for all at once.</summary>
    public int FetchSize { get; init; } = 1000;

    /// <summary>
    /// Whether a writing statement may run twice without harm (an upsert by id), so that it is repeated even when a lost connection leaves
    /// open whether the first run was committed.
    /// </summary>
    public bool Repeatable { get; init; }
}

/// <summary>How a managed transaction runs; see the properties of the same names on <see cref="Statement"/>.</summary>
internal sealed record TransactionOptions
{
    public TimeSpan? Timeout { get; init; }

    public IReadOnlyDictionary<string, object?>? Metadata { get; init; }

    public bool Repeatable { get; init; }
}

/// <summary>Takes the rows of one statement, in order, on one task at a time.</summary>
internal interface IRowSink
{
    /// <summary>The names of the columns: <paramref name="names"/> stands before a list of strings. Called once before the first row.</summary>
    void OnColumns(PackStreamReader names)
    {
    }

    /// <summary>
    /// One row: <paramref name="row"/> stands before a list with one value for each column. Its bytes are valid only during the call.
    /// </summary>
    void OnRow(PackStreamReader row);

    /// <summary>
    /// Called between two fetches (<see cref="Statement.FetchSize"/>): nothing more is asked of the server until this completes, so a slow
    /// consumer slows the query down instead of filling memory.
    /// </summary>
    ValueTask OnFetchedAsync(CancellationToken cancellationToken) => default;

    /// <summary>Whether the rows so far are enough. Looked at between two fetches; the rest is then neither sent nor waited for.</summary>
    bool IsSatisfied => false;

    /// <summary>
    /// Called before a repeated run when rows were handed over already. A sink that can forget them does so and returns true; otherwise the
    /// failure is reported and the statement is not repeated.
    /// </summary>
    bool TryRestart() => false;
}

/// <summary>What a statement did.</summary>
internal sealed record StatementSummary
{
    public static readonly StatementSummary Nothing = new();

    /// <summary>How many rows were handed to the sink.</summary>
    public long Rows { get; init; }

    /// <summary>
    /// The server's counters under the names of the Bolt specification (<c>nodes-created</c>, <c>relationships-created</c>,
    /// <c>properties-set</c>, …); empty when the statement changed nothing.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Counters { get; init; } = System.Collections.Frozen.FrozenDictionary<string, object?>.Empty;

    /// <summary>The tree of operators of an <c>EXPLAIN</c> statement, else null.</summary>
    public IReadOnlyDictionary<string, object?>? Plan { get; init; }

    /// <summary>The tree of operators of a <c>PROFILE</c> statement with <c>dbHits</c> and <c>rows</c> for each, else null.</summary>
    public IReadOnlyDictionary<string, object?>? Profile { get; init; }

    /// <summary>The server's bookmark of the transaction, when it gave one.</summary>
    public string? Bookmark { get; init; }

    /// <summary>The value of a counter, 0 when the server did not send it.</summary>
    public long Count(string counter) => Counters.TryGetValue(counter, out var value) && value is long number ? number : 0;
}

/// <summary>Whether the database answers, and a sentence for people that says so or says what to mend.</summary>
/// <param name="IsReady">Whether a statement could be run.</param>
/// <param name="Sentence">That it answers, or why not and what to mend.</param>
/// <param name="Server">The server's own name and version (<c>Neo4j/5.26.28</c>), null when it does not answer.</param>
/// <param name="Elapsed">How long the answer took.</param>
/// <param name="Error">Why it does not answer, null when it does.</param>
internal sealed record DatabaseHealth(bool IsReady, string Sentence, string? Server, TimeSpan Elapsed, DatabaseErrorKind? Error);
