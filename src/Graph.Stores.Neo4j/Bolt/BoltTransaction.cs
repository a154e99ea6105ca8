using System.Runtime.ExceptionServices;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>A managed transaction on one connection. BEGIN travels with the first statement.</summary>
internal sealed class BoltTransaction : IStatementTransaction
{
    private readonly BoltConnection connection;
    private ExceptionDispatchInfo? failure;
    private bool ended;

    public BoltTransaction(BoltConnection connection, TransactionScope scope)
    {
        this.connection = connection;
        connection.Begin(scope);
    }

    public string? Server => connection.Address.ToString();

    public Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default) =>
        KeepFailureAsync(() => connection.RunAsync(statement, rows, scope: null, cancellationToken));

    public Task<IReadOnlyList<StatementSummary>> RunAllAsync(IReadOnlyList<AskedStatement> asked, CancellationToken cancellationToken = default) =>
        KeepFailureAsync(async () => asked is [var (statement, rows)]
            ? [await connection.RunAsync(statement, rows, scope: null, cancellationToken)]
            : await connection.RunAllAsync(asked, cancellationToken));

    private async Task<T> KeepFailureAsync<T>(Func<Task<T>> run)
    {
        failure?.Throw();
        if (ended)
            throw new InvalidOperationException("The transaction has ended; statements belong inside the work given to WriteAsync or ReadAsync.");
        try
        {
            return await run();
        }
        catch (Exception exception)
        {
            // The server has given the transaction up, whatever the work makes of the exception.
            failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    /// <summary>Commits; a work that has swallowed the failure of a statement meets it again here.</summary>
    public Task<string?> CommitAsync()
    {
        failure?.Throw();
        ended = true;
        return connection.CommitAsync();
    }

    /// <summary>
    /// Ends a work that has only read, without waiting until the server has heard of it; one that has swallowed the failure of a statement
    /// meets it again here.
    /// </summary>
    public Task EndReadingAsync()
    {
        failure?.Throw();
        ended = true;
        return connection.EndReadingAsync();
    }

    /// <summary>Statements are refused from here on; giving the connection back rolls back what was not committed.</summary>
    public void End() => ended = true;
}
