using Graph.Model.Stores;
using static SQLitePCL.raw;

namespace Graph.Stores.Sqlite.Database;

/// <summary>From SQLite's result codes to sentences.</summary>
internal static class Faults
{
    // What SQLite says of a statement that exceeds one of its own limits.
    private static readonly string[] Limits = ["too many", "too large", "parser stack overflow"];

    /// <summary>Why a statement cannot be prepared. One made of a query that is well-formed can only be too much.</summary>
    public static Exception OfPreparing(int result, string words, string path) =>
        result == SQLITE_ERROR && Limits.Any(limit => words.Contains(limit, StringComparison.OrdinalIgnoreCase)) || (result & 0xff) == SQLITE_TOOBIG
            ? new QueryRefusedException(Messages.TooLarge(words))
            : Of(result, words, path);

    public static Exception Of(int result, string? words, string path) => (result & 0xff) switch
    {
        SQLITE_INTERRUPT => new OperationCanceledException(),
        SQLITE_BUSY or SQLITE_LOCKED => new StoreException(StoreFault.Busy, Messages.Busy(path)),
        SQLITE_FULL => new StoreException(StoreFault.Full, Messages.Full(path)),
        SQLITE_READONLY => new StoreException(StoreFault.ReadOnly, Messages.ReadOnlyFile(path)),
        SQLITE_PERM or SQLITE_AUTH => new StoreException(StoreFault.Refused, Messages.Refused(path)),
        SQLITE_CORRUPT => new StoreException(StoreFault.Damaged, Messages.Damaged(path, words)),
        SQLITE_NOTADB => new StoreException(StoreFault.Damaged, Messages.NoStore(path)),
        SQLITE_CANTOPEN => new StoreException(StoreFault.Unavailable, Messages.CannotOpen(path)),
        SQLITE_IOERR => new StoreException(StoreFault.Unavailable, Messages.Disk(path, words)),
        _ => new StoreException(StoreFault.Other, Messages.Other(path, words ?? $"error {result}")),
    };
}
