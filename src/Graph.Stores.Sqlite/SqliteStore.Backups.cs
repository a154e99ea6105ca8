using Graph.Model.Files;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite;

/// <summary>Backups.</summary>
public sealed partial class SqliteStore
{
    /// <summary>Copies the graph into a file of its own, which is a store too, while others go on reading and writing.</summary>
    /// <param name="path">The file, which must not be there yet; it takes its name when it is whole.</param>
    /// <param name="cancellationToken">Stops, and leaves nothing.</param>
    /// <exception cref="StoreException">The store is damaged, or the file cannot be written.</exception>
    public async ValueTask BackUpAsync(string path, CancellationToken cancellationToken)
    {
        using var unfinished = new UnfinishedFile(Path.GetFullPath(path));
        try
        {
            await UseReaderAsync(
                (unfinished.Path, cancellationToken),
                static (connection, state) =>
                {
                    using var copy = Connection.Open(state.Path, OpenMode.Create);
                    connection.CopyTo(copy, state.cancellationToken);
                    return ValueTask.FromResult(true);
                },
                cancellationToken);
            new StoreFile(unfinished.Path, options.WriterWait).OpenChecked().Dispose();
            unfinished.Keep(overwrite: false);
        }
        finally
        {
            foreach (var ending in (string[])["-wal", "-shm"]) File.Delete(unfinished.Path + ending);
        }
    }

    /// <summary>
    /// Puts a backup in a store's place, in one transaction: whoever reads the store meanwhile sees what was there, then what the
    /// backup holds.
    /// </summary>
    /// <param name="backup">The file that <see cref="BackUpAsync"/> made.</param>
    /// <param name="path">The store's file, which need not be there.</param>
    /// <param name="cancellationToken">Stops, and leaves what was there.</param>
    /// <exception cref="StoreException">The backup is damaged or no store, or the store cannot be written.</exception>
    public static async ValueTask RestoreAsync(string backup, string path, CancellationToken cancellationToken)
    {
        var (source, target) =
            (new StoreFile(Path.GetFullPath(backup), TimeSpan.Zero), new StoreFile(Path.GetFullPath(path), new SqliteStoreOptions().WriterWait));
        using var reading = source.OpenChecked();
        Schema.Demand(reading);
        using var turn = await target.LockAsync(new SqliteStoreOptions().WriterWait, TimeProvider.System, cancellationToken);
        using var writing = target.OpenForWriting();
        reading.CopyTo(writing, cancellationToken);
        turn.Settle();
    }
}
