using System.Runtime.ExceptionServices;
using Graph.Stores.Neo4j.Bolt;
using Driver = global::Neo4j.Driver;

namespace Graph.Stores.Neo4j.OfficialDriver;

/// <summary>An open transaction of the driver.</summary>
internal sealed class DriverTransaction(DriverRunner runner, Driver.IAsyncTransaction transaction, string call, BoltSettings settings)
    : IStatementTransaction, IAsyncDisposable
{
    /// <summary>The entry of a transaction's metadata by which it is found when it has to be ended from elsewhere.</summary>
    public const string Mark = "graphCall";

    private ExceptionDispatchInfo? failure;
    private bool ended;

    public async Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default)
    {
        failure?.Throw();
        if (ended)
            throw new InvalidOperationException("The transaction has ended; statements belong inside the work given to WriteAsync or ReadAsync.");
        try
        {
            return await runner.UntilCancelledAsync(
                call,
                async () =>
                {
                    var cursor = await transaction.RunAsync(statement.Text, DriverValues.Parameters(statement.Parameters));
                    return await new DeliveredRows(rows).TakeAsync(cursor, statement.FetchSize, cancellationToken);
                },
                cancellationToken);
        }
        catch (Exception exception)
        {
            // The server has given the transaction up, whatever the work makes of the exception.
            failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    /// <summary>Commits; a work that has swallowed the failure of a statement meets it again here.</summary>
    public async Task CommitAsync()
    {
        failure?.Throw();
        ended = true;
        try
        {
            await DriverFaults.TellAsync(async () =>
            {
                await transaction.CommitAsync();
                return true;
            }, settings);
        }
        catch (DatabaseException lost) when (lost.Code is null)
        {
            throw lost.WithCommitUnknown();
        }
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        ended = true;
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Driver.Neo4jException)
        {
            // The connection is gone, and with it the transaction.
        }
    }
}
