using System.Net;
using Graph.Server.Access;
using Microsoft.AspNetCore.Connections;

namespace Graph.Server.Tests;

public sealed class ConnectionsOfAClient
{
    private readonly ClientConnections connections = new(mostOfOne: 2, most: 5);
    private readonly TaskCompletionSource end = new();
    private readonly List<ConnectionContext> open = [];
    private int served;

    [Fact]
    public async Task ClosesWhatOneClientHasTooManyOfAndServesTheOthers()
    {
        var first = (Serve("192.0.2.1"), Serve("::ffff:192.0.2.1"));
        var (refused, _) = Serve("192.0.2.1");
        await refused.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, served);
        var other = Serve("192.0.2.2");
        Assert.Equal(3, served);
        end.SetResult();
        await Task.WhenAll(first.Item1.Served, first.Item2.Served, other.Served);
        await Serve("192.0.2.1").Served;
        Assert.Equal(4, served);
    }

    [Fact]
    public async Task TakesTheNetworkOfAnIPv6AddressForOneClient()
    {
        _ = (Serve("2001:db8::1"), Serve("2001:db8::2"), Serve("2001:db8::3"));
        Assert.Equal(2, served);
        _ = Serve("2001:db8:0:1::1");
        Assert.Equal(3, served);
        end.SetResult();
        await end.Task;
    }

    [Fact]
    public async Task OfTooManyTheOneThatWasOfNoUseForLongestGivesWayAndNoneThatIsAtWork()
    {
        // Of two addresses that have most.
        var (idle, working) = (Serve("192.0.2.1"), Serve("192.0.2.1"));
        var (other, last) = (Serve("192.0.2.2"), Serve("192.0.2.2"));
        var alone = Serve("192.0.2.3");
        Begin(working.Connection);
        await ReplacesAsync(idle, "192.0.2.4");
        Begin(last.Connection);
        await ReplacesAsync(other, "192.0.2.5");

        // Now each has one, but for those at work.
        await ReplacesAsync(alone, "192.0.2.6");
        Assert.All([working, last], one => Assert.False(one.Connection.ConnectionClosed.IsCancellationRequested));
        foreach (var one in open.Where(one => !one.ConnectionClosed.IsCancellationRequested)) Begin(one);
        var refused = Serve("192.0.2.7");
        await refused.Served.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(8, served);
        end.SetResult();

        async Task ReplacesAsync((Task Served, ConnectionContext Connection) former, string address)
        {
            var closed = new TaskCompletionSource();
            await using var registration = former.Connection.ConnectionClosed.Register(closed.SetResult);
            _ = Serve(address);
            await closed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }

        static void Begin(ConnectionContext connection) => connection.Features.Get<OpenConnection>()!.Begin();
    }

    private (Task Served, ConnectionContext Connection) Serve(string address)
    {
        var connection = new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 1) };
        open.Add(connection);
        var task = connections.ServeAsync(connection, async _ =>
        {
            served++;
            await end.Task;
        });
        return (task, connection);
    }
}
