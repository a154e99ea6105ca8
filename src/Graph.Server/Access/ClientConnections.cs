using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Graph.Server.Access;

/// <summary>
/// Counts connections, of each address and of all, so that whoever holds many open, and sends or reads next to nothing, shuts nobody out. Of one
/// address more than it may have are closed before they are read. Where there are as many as there may be in all, a new one takes the place of one
/// on which nothing is at work: of the address that has most, the one that has been of no use for longest.
/// </summary>
/// <param name="mostOfOne">Most connections of one address at a time.</param>
/// <param name="most">Most of all.</param>
internal sealed class ClientConnections(int mostOfOne, int most)
{
    private readonly Lock gate = new();
    private readonly HashSet<OpenConnection> open = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private long uses;

    /// <summary>Serves a connection if there is room for it.</summary>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate serve)
    {
        var one = new OpenConnection(connection, ClientAddress.KeyOf((connection.RemoteEndPoint as IPEndPoint)?.Address), Use);
        if (!TryEnter(one, out var former))
        {
            one.Close("There are too many connections.");
            return;
        }

        former?.Close("Others wait for its place, and nothing is at work on it.");
        connection.Features.Set(one);
        try
        {
            await serve(connection);
        }
        finally
        {
            lock (gate) Remove(one);
        }
    }

    private bool TryEnter(OpenConnection one, out OpenConnection? former)
    {
        lock (gate)
        {
            former = null;
            if (counts.GetValueOrDefault(one.Client) >= mostOfOne) return false;
            if (open.Count >= most)
            {
                // A look at each takes some ten microseconds, and is taken only where there are too many.
                former = open.Where(other => !other.IsAtWork).OrderByDescending(other => counts[other.Client]).ThenBy(other => other.UsedAt)
                    .FirstOrDefault();
                if (former is null) return false;
                Remove(former);
            }

            open.Add(one);
            counts[one.Client] = counts.GetValueOrDefault(one.Client) + 1;
            return true;
        }
    }

    private void Remove(OpenConnection one)
    {
        if (!open.Remove(one)) return;
        // Addresses are forgotten, or anybody could fill memory with them.
        if (counts[one.Client] == 1) counts.Remove(one.Client);
        else counts[one.Client]--;
    }

    private long Use() => Interlocked.Increment(ref uses);
}
