using Graph.Model.Records;
using Graph.Stores.Sqlite.Reading;

namespace Graph.Stores.Sqlite;

/// <summary>What single sources say.</summary>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) =>
        UseReaderAsync(0, static (connection, _) => ValueTask.FromResult(AssertedReader.Names(connection)), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask ReadAssertedAsync(
        IReadOnlyCollection<string> sources,
        Func<RecordBatch, CancellationToken, ValueTask> take,
        CancellationToken cancellationToken) => await UseReaderAsync(
            (layout, sources, take, cancellationToken),
            static async (connection, state) =>
            {
                connection.Execute("BEGIN");
                try
                {
                    await new AssertedReader(connection, state.layout, state.take, state.cancellationToken).ReadAsync(state.sources);
                    return true;
                }
                finally
                {
                    connection.Rollback(); // Nothing was written.
                }
            },
            cancellationToken);
}
