using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j;

/// <summary>The one place where what goes wrong between here and the server becomes a fault of the store.</summary>
internal static class Faults
{
    /// <summary>Runs a piece of work and tells its faults as those of the store.</summary>
    public static async Task<T> TellAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DatabaseException exception)
        {
            throw Of(exception);
        }
    }

    /// <summary>The store's fault; the sentence stays as it is.</summary>
    public static StoreException Of(DatabaseException exception) => new(KindOf(exception.Kind), exception.Message, exception);

    private static StoreFault KindOf(DatabaseErrorKind kind) => kind switch
    {
        DatabaseErrorKind.Unavailable or DatabaseErrorKind.PoolExhausted or DatabaseErrorKind.ProtocolBroken => StoreFault.Unavailable,
        DatabaseErrorKind.Unauthorized => StoreFault.Refused,
        DatabaseErrorKind.DatabaseNotFound => StoreFault.NotFound,
        DatabaseErrorKind.ReadOnly => StoreFault.ReadOnly,
        DatabaseErrorKind.Transient => StoreFault.Busy,
        DatabaseErrorKind.DiskFull => StoreFault.Full,
        DatabaseErrorKind.Timeout => StoreFault.Timeout,
        DatabaseErrorKind.ProtocolTooOld => StoreFault.Version,
        _ => StoreFault.Other,
    };
}
