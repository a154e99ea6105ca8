using Graph.Stores.Neo4j.Bolt;
using Driver = global::Neo4j.Driver;

namespace Graph.Stores.Neo4j.OfficialDriver;

/// <summary>The credentials of the moment, for the driver; looked up each time that it opens a connection.</summary>
internal sealed class DriverCredentials(BoltCredentials credentials) : Driver.IAuthTokenManager
{
    public ValueTask<Driver.IAuthToken> GetTokenAsync(CancellationToken cancellationToken = default)
    {
        var now = credentials.Current();
        return new(now.Scheme switch
        {
            "basic" => Driver.AuthTokens.Basic(now.Principal, now.Secret),
            "bearer" => Driver.AuthTokens.Bearer(now.Secret),
            _ => Driver.AuthTokens.None,
        });
    }

    public ValueTask<bool> HandleSecurityExceptionAsync(
        Driver.IAuthToken token, Driver.SecurityException exception, CancellationToken cancellationToken = default) =>
        new(ServerFailure.NeedsLogon(exception.Code));
}
