using Graph.Model.Changes;
using Graph.Model.Runs;
using Graph.Stores.Sqlite.Tables;
using Graph.Stores.Sqlite.Writing;

namespace Graph.Stores.Sqlite;

/// <summary>What has changed the graph, and how.</summary>
public sealed partial class SqliteStore
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ImportRun>> RunsAsync(int limit, int offset, CancellationToken cancellationToken) => await UseReaderAsync(
        (limit, offset),
        static (connection, part) => ValueTask.FromResult<IReadOnlyList<ImportRun>>(
            [.. connection.Texts($"SELECT \"run\" FROM \"{Definitions.Runs}\" ORDER BY \"id\" DESC LIMIT {part.limit} OFFSET {part.offset}")
                .Select(ImportRun.Parse).OfType<ImportRun>()]),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ChangeChunk>> ChangeHeadsAsync(long number, int limit, CancellationToken cancellationToken) => UseReaderAsync(
        (number, limit),
        static (connection, part) => ValueTask.FromResult(KeptChanges.ReadHeads(connection, part.number, part.limit)),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ChangeDataAsync(long first, CancellationToken cancellationToken) => UseReaderAsync(
        first,
        static (connection, number) => ValueTask.FromResult(KeptChanges.ReadData(connection, number)),
        cancellationToken);
}
