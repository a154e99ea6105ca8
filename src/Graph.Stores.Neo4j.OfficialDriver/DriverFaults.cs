using Graph.Stores.Neo4j.Bolt;
using Driver = global::Neo4j.Driver;

namespace Graph.Stores.Neo4j.OfficialDriver;

/// <summary>The one place where the driver's exceptions become those of the store.</summary>
internal static class DriverFaults
{
    /// <summary>What the driver says, in an exception that means many things, when no connection came free in time.</summary>
    private const string PoolExhausted = "Failed to obtain a connection from pool";

    /// <summary>Runs a piece of work and tells its faults as the built-in client would.</summary>
    public static async Task<T> TellAsync<T>(Func<Task<T>> work, BoltSettings settings)
    {
        try
        {
            return await work();
        }
        catch (Driver.Neo4jException exception) when (exception.Code is { Length: > 0 } code && code.StartsWith("Neo.", StringComparison.Ordinal))
        {
            throw new ServerFailure(code, exception.Message).ToException(settings, settings.Credentials.Current().ToString());
        }
        catch (Exception exception) when (exception is Driver.ServiceUnavailableException or Driver.SessionExpiredException
            or Driver.ConnectionReadTimeoutException or IOException)
        {
            throw new DatabaseException(
                DatabaseErrorKind.Unavailable, Sentences.ConnectionLost(settings.Address, exception.Message.TrimEnd('.')), exception)
            {
                IsTransient = true,
            };
        }
        catch (Driver.Neo4jException exception) when (exception.Message.StartsWith(PoolExhausted, StringComparison.Ordinal))
        {
            throw new DatabaseException(
                DatabaseErrorKind.PoolExhausted,
                Sentences.PoolExhausted(settings.Address, settings.Connections, settings.AcquireTimeout),
                exception);
        }
        catch (Driver.Neo4jException exception)
        {
            throw new DatabaseException(
                DatabaseErrorKind.Other, Sentences.Other(settings.Address, exception.GetType().Name, exception.Message), exception);
        }
    }
}
