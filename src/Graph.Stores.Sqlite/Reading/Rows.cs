using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Statements;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>Runs compiled queries on one connection, on the caller's thread.</summary>
internal sealed class Rows(Connection connection) : IGraphReading
{
    /// <inheritdoc/>
    public ValueTask ReadAsync<TConsumer>(
        ICompiledQuery query,
        IReadOnlyList<object?> parameters,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer
    {
        cancellationToken.ThrowIfCancellationRequested();
        Read(connection, (CompiledQuery)query, parameters, consumer);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a query and hands its rows to the consumer.</summary>
    public static void Read<TConsumer>(Connection connection, CompiledQuery query, IReadOnlyList<object?> parameters, TConsumer consumer)
        where TConsumer : IRowConsumer
    {
        var statement = connection.Prepare(query.Statement);
        try
        {
            Parameters.Bind(connection, statement, query.Bindings, parameters);
            while (statement.Step())
            {
                var row = new RowReader(statement.Utf8(0));
                consumer.Take(ref row);
            }
        }
        finally
        {
            statement.Reset();
        }
    }
}
