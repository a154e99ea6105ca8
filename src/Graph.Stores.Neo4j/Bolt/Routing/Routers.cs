using System.Net;

namespace Graph.Stores.Neo4j.Bolt.Routing;

/// <summary>
/// Asks the cluster for its table: first the routers of the former one, then every network address that the name which a person gave has now.
/// Each is asked over a connection of its own, so that a table is to be had while all others are in use.
/// </summary>
internal sealed class Routers(BoltSettings settings, TimeProvider time)
{
    /// <summary>Whether another router may answer where this one failed: it could not be spoken to, or cannot tell now.</summary>
    public static bool IsOfOne(DatabaseException failure) =>
        failure.IsTransient || failure.Kind is DatabaseErrorKind.Unavailable or DatabaseErrorKind.ProtocolTooOld or DatabaseErrorKind.ProtocolBroken;

    /// <summary>
    /// The first table that has somebody for what is to be done. Where none has, the first that names anybody: a cluster that elects its leader
    /// has nobody who writes.
    /// </summary>
    /// <exception cref="DatabaseException">No router has told, or one says that it will not.</exception>
    public async Task<RoutingTable> AskAsync(RoutingTable? before, AccessMode access)
    {
        RoutingTable? second = null;
        DatabaseException? failure = null;
        await foreach (var router in InOrderAsync(before, fault => failure = fault))
        {
            try
            {
                var table = await AskAsync(router);
                if (table.Serves(access))
                    return table;
                if (table.Serves(AccessMode.Read) || table.Serves(AccessMode.Write))
                    second ??= table;
                else
                    failure ??= DatabaseException.ProtocolBroken(Sentences.EmptyTable(router.Address));
            }
            catch (DatabaseException exception) when (exception.Code is null ? IsOfOne(exception) : !IsFinal(exception))
            {
                failure = Told(exception, router);
            }
        }

        return second ?? throw failure!;
    }

    /// <summary>
    /// A cluster whose table named nobody who writes may be torn in two, and its routers on the smaller side: the way in is tried first then.
    /// </summary>
    private async IAsyncEnumerable<BoltSettings> InOrderAsync(RoutingTable? before, Action<DatabaseException> note)
    {
        var entryFirst = before is { Writers.Count: 0 };
        if (before is not null && !entryFirst)
        {
            foreach (var router in before.Routers)
                yield return At(router, null);
        }

        IReadOnlyList<IPAddress> addresses = [];
        try
        {
            addresses = await BoltTransport.ResolveAsync(settings, time);
        }
        catch (DatabaseException exception)
        {
            note(exception);
        }

        foreach (var address in addresses)
            yield return At(settings.EntryAddress, address);
        if (entryFirst)
        {
            foreach (var router in before!.Routers)
                yield return At(router, null);
        }
    }

    private BoltSettings At(BoltAddress router, IPAddress? endpoint) =>
        settings with { Address = router, EntryAddress = settings.EntryAddress, Endpoint = endpoint };

    private async Task<RoutingTable> AskAsync(BoltSettings router)
    {
        var connection = await BoltConnection.OpenAsync(router, time);
        try
        {
            return await connection.RouteAsync();
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    /// <summary>Whoever may not ask, or asks for a database that is not there, is told so by every router.</summary>
    private static bool IsFinal(DatabaseException failure) => !failure.IsTransient
        && (failure.Kind == DatabaseErrorKind.DatabaseNotFound || failure.Code!.StartsWith("Neo.ClientError.Security.", StringComparison.Ordinal));

    /// <summary>A server that does not know ROUTE answers with one client error or another.</summary>
    private static DatabaseException Told(DatabaseException failure, BoltSettings router) =>
        failure.Code?.StartsWith("Neo.ClientError.", StringComparison.Ordinal) != true || failure.IsTransient
        ? failure
        : new(DatabaseErrorKind.Unavailable, Sentences.NoRouting(router.Address, failure.ServerMessage ?? string.Empty), failure)
        {
            Code = failure.Code,
            ServerMessage = failure.ServerMessage,
        };
}
