using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Graph.Server.Access;

/// <summary>Counts the connections of each address, so that one client that holds many open leaves room for the others.</summary>
/// <param name="most">Most connections of one address at a time; one more is closed before it is read.</param>
internal sealed class ClientConnections(int most)
{
    private readonly ConcurrentDictionary<string, int> open = new(StringComparer.Ordinal);

    /// <summary>Serves a connection if its address may have one more.</summary>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate serve)
    {
        var client = ClientAddress.KeyOf((connection.RemoteEndPoint as IPEndPoint)?.Address);
        var count = open.AddOrUpdate(client, 1, (_, others) => others + 1);
        try
        {
            if (count <= most) await serve(connection);
            else connection.Abort(new ConnectionAbortedException("Its address has too many connections."));
        }
        finally
        {
            Leave(client);
        }
    }

    private void Leave(string client)
    {
        while (open.TryGetValue(client, out var count))
        {
            // Addresses are forgotten, or anybody could fill memory with them.
            var done = count == 1 ? open.TryRemove(new(client, count)) : open.TryUpdate(client, count - 1, count);
            if (done) return;
        }
    }
}
