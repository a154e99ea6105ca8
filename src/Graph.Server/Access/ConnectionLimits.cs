using Graph.Api.Streams;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Graph.Server.Access;

/// <summary>What a connection may cost: the limits of the web server below those of the API.</summary>
internal static class ConnectionLimits
{
    /// <summary>
    /// Browsers open six connections to a host and proxies some tens, but whoever follows changes holds one open: as many as may
    /// (<see cref="ChangeStreams.MaxListeners"/>), and a thousand for everybody else.
    /// </summary>
    private const int MaxConnections = ChangeStreams.MaxListeners + 1_000;

    /// <summary>
    /// Of one client: half, for a proxy that asks for everybody has a few hundred, and a client that holds more open must not
    /// shut others out.
    /// </summary>
    private const int MaxConnectionsPerClient = MaxConnections / 2;

    /// <summary>
    /// Connections that the system has made and the server has not taken yet. Of more the system drops the beginnings, and whoever asked tries again
    /// after one second, three and seven: so a flood of ten thousand keeps everybody out whom the limits above would let in. Linux allows as many.
    /// </summary>
    private const int MaxWaitingConnections = 4_096;

    /// <summary>Those that have given way to others take a moment to close.</summary>
    private const int MaxClosingConnections = 1_000;

    /// <summary>
    /// HTTP/2 requests of one connection at a time, where the server has a certificate, without which there is no HTTP/2: a page asks some tens
    /// at once.
    /// </summary>
    private const int MaxStreamsPerConnection = 100;

    /// <summary>Twice what the API reads of a body, so that it is the API that refuses, with a sentence.</summary>
    private const long MaxBodyBytes = 2_000_000;

    /// <summary>Headers of an honest client arrive in one packet or two; the default of 30 seconds suits those who hold connections open.</summary>
    private static readonly TimeSpan HeaderTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A silent connection is kept as long as common proxies keep theirs.</summary>
    private static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The slowest body and answer, in bytes a second after a time of grace: half a kilobyte is slower than any network people
    /// use.
    /// </summary>
    private static readonly MinDataRate MinRate = new(bytesPerSecond: 512, gracePeriod: TimeSpan.FromSeconds(5));

    public static void Apply(SocketTransportOptions sockets) => sockets.Backlog = MaxWaitingConnections;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var clients = new ClientConnections(MaxConnectionsPerClient, MaxConnections);
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => clients.ServeAsync(connection, next)));
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = MaxConnections + MaxClosingConnections;
        limits.MaxConcurrentUpgradedConnections = ChangeStreams.MaxListeners;
        limits.Http2.MaxStreamsPerConnection = MaxStreamsPerConnection;
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.RequestHeadersTimeout = HeaderTimeout;
        limits.KeepAliveTimeout = KeepAliveTimeout;
        limits.MinRequestBodyDataRate = MinRate;
        limits.MinResponseDataRate = MinRate;
    }
}
