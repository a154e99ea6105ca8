using Graph.Model.Stores;

namespace Graph.Stores.Sqlite.Database;

/// <summary>The file of a store: how it is opened for reading and for writing, and who may write.</summary>
/// <param name="path">Its full path.</param>
/// <param name="lockWait">How long SQLite itself waits for a lock that another program holds.</param>
internal sealed class StoreFile(string path, TimeSpan lockWait)
{
    /// <summary>"grap": tells a store from other SQLite files.</summary>
    public const long ApplicationId = 0x67726170;

    /// <summary>32 MB of pages that a writer keeps.</summary>
    public const string WritersCache = "PRAGMA cache_size = -32000";

    /// <summary>How often a waiting writer looks again.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public string Path { get; } = path;

    private string LockPath => Path + "-writer";

    /// <summary>
    /// For reading. A file on a disk that takes no writes cannot have the shared memory that WAL needs, and nobody can
    /// change it either: it is read as it is.
    /// </summary>
    public Connection OpenForReading()
    {
        try
        {
            return OpenForReading(OpenMode.Read);
        }
        catch (StoreException fault) when (fault.Fault is StoreFault.Unavailable or StoreFault.ReadOnly && File.Exists(Path)
            && !File.Exists(Path + "-wal"))
        {
            return OpenForReading(OpenMode.ReadFixed);
        }
    }

    /// <summary>
    /// For writing. In WAL mode with <c>synchronous = NORMAL</c> a killed process loses nothing that was committed, and a
    /// failing machine at most the last batches, never the order or wholeness of batches; the file is not waited for at
    /// every batch.
    /// </summary>
    public Connection OpenForWriting()
    {
        var connection = Connection.Open(Path, OpenMode.Create);
        try
        {
            connection.Execute($"PRAGMA busy_timeout = {lockWait.TotalMilliseconds:0}; PRAGMA page_size = 4096");
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = 1");

            // What is grouped at the end of an import grows with the graph: it goes to a file.
            connection.Execute(
                WritersCache + "; PRAGMA temp_store = FILE; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The right to write, held until disposed. It is a lock of the system on a file beside the store, which a killed
    /// process loses; SQLite's own lock lasts a transaction only, and a writer keeps more than that between batches.
    /// </summary>
    public async ValueTask<WriterTurn> LockAsync(TimeSpan wait, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new(new(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
            }
            catch (DirectoryNotFoundException)
            {
                throw new StoreException(StoreFault.NotFound, Messages.NoFolder(Path, System.IO.Path.GetDirectoryName(Path)!));
            }
            catch (FileNotFoundException fault)
            {
                throw new StoreException(StoreFault.Unavailable, Messages.CannotOpen(Path), fault); // A folder that takes no files.
            }
            catch (UnauthorizedAccessException fault)
            {
                throw new StoreException(StoreFault.ReadOnly, Messages.ReadOnlyFile(Path), fault);
            }
            catch (IOException fault) when (IsFull(fault))
            {
                throw new StoreException(StoreFault.Full, Messages.Full(Path), fault);
            }
            catch (IOException fault) when (IsReadOnlyDisk(fault))
            {
                throw new StoreException(StoreFault.ReadOnly, Messages.ReadOnlyFile(Path), fault);
            }
            catch (IOException fault)
            {
                if (clock.GetElapsedTime(start) >= wait) throw new StoreException(StoreFault.Busy, Messages.Busy(Path), fault);
                await Task.Delay(Look, clock, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Looks through a file whose last writer was killed or lost its machine: SQLite undoes what was not committed, and what
    /// else the disk has lost is found now rather than in the middle of an answer.
    /// </summary>
    /// <exception cref="StoreException">The file is damaged.</exception>
    public void CheckIfLeft()
    {
        if (!File.Exists(Path) || new FileInfo(LockPath) is not { Exists: true, Length: > 0 }) return;
        try
        {
            using var turn = new WriterTurn(new(LockPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
            Check();
            turn.Settle();
        }
        catch (IOException)
        {
            // Its writer is at work.
        }
        catch (UnauthorizedAccessException)
        {
            Check();
        }
    }

    /// <summary>Looks through the whole file, at about a gigabyte in a few seconds.</summary>
    /// <exception cref="StoreException">The file is damaged.</exception>
    public void Check()
    {
        using var connection = OpenForReading();
        Check(connection);
    }

    /// <summary>Opens a file that nobody writes to, without leaving others beside it, and looks through it.</summary>
    /// <exception cref="StoreException">The file is damaged.</exception>
    public Connection OpenChecked()
    {
        var connection = File.Exists(Path + "-wal") ? OpenForReading() : OpenForReading(OpenMode.ReadFixed);
        try
        {
            Check(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Check(Connection connection)
    {
        if (connection.Damage() is { } words) throw new StoreException(StoreFault.Damaged, Messages.Damaged(connection.Path, words));
    }

    private Connection OpenForReading(OpenMode mode)
    {
        var connection = Connection.Open(Path, mode);
        try
        {
            // 16 MB of pages a reader beside the system's own cache; larger reads come from the mapped file.
            connection.Execute($"PRAGMA busy_timeout = {lockWait.TotalMilliseconds:0}; PRAGMA query_only = 1; PRAGMA cache_size = -16000; PRAGMA "
                + "mmap_size = 1073741824; PRAGMA temp_store = MEMORY");
            connection.Number("SELECT count(*) FROM sqlite_schema");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool IsFull(IOException fault) => fault.HResult == 28 || (fault.HResult & 0xffff) is 112 or 39;

    private static bool IsReadOnlyDisk(IOException fault) => fault.HResult == 30 || (fault.HResult & 0xffff) == 19;
}
