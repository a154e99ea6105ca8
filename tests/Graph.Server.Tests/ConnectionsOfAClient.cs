using System.Net;
using Graph.Server.Access;
using Microsoft.AspNetCore.Connections;

namespace Graph.Server.Tests;

public sealed class ConnectionsOfAClient
{
    private readonly ClientConnections connections = new(2);
    private readonly TaskCompletionSource end = new();
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

    private (Task Served, ConnectionContext Connection) Serve(string address)
    {
        var connection = new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 1) };
        var task = connections.ServeAsync(connection, async _ =>
        {
            served++;
            await end.Task;
        });
        return (task, connection);
    }
}
