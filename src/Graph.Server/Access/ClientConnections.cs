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
    private readonly Dictionary<string, HashSet<OpenConnection>> open = new(StringComparer.Ordinal);
    private int count;
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
            if (open.TryGetValue(one.Client, out var known) && known.Count >= mostOfOne) return false;
            if (count >= most)
            {
                former = LeastUseful();
                if (former is null) return false;
                Remove(former);
            }

            if (!open.TryGetValue(one.Client, out var own)) open[one.Client] = own = [];
            own.Add(one);
            count++;
            return true;
        }
    }

    /// <summary>
    /// Of the address that has most, the one that has been of no use for longest; null where all are at work. A flood asks for this at each
    /// connection, so those of addresses that have fewer than one that was found are not looked at.
    /// </summary>
    private OpenConnection? LeastUseful()
    {
        var (found, most) = ((OpenConnection?)null, 0);
        foreach (var ofOne in open.Values)
        {
            if (ofOne.Count < most) continue;
            if (ofOne.Where(one => !one.IsAtWork).MinBy(one => one.UsedAt) is not { } idle) continue;
            if (ofOne.Count > most || idle.UsedAt < found!.UsedAt) (found, most) = (idle, ofOne.Count);
        }

        return found;
    }

    private void Remove(OpenConnection one)
    {
        if (!open.TryGetValue(one.Client, out var ofOne) || !ofOne.Remove(one)) return;
        count--;
        // Addresses are forgotten, or anybody could fill memory with them.
        if (ofOne.Count == 0) open.Remove(one.Client);
    }

    private long Use() => Interlocked.Increment(ref uses);
}
