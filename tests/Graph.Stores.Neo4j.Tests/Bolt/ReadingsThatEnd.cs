using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Tests.Bolt.Routing;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>Transactions that have only read, once all their rows are there.</summary>
public sealed class ReadingsThatEnd
{
    [Fact]
    public async Task AreNotWaitedFor()
    {
        var heard = new TaskCompletionSource();
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await AnswerAsync(peer);
            await peer.ExpectAsync(0x12);
            await heard.Task;
            await peer.SucceedAsync(("bookmark", "bookmark-2"));
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);

        Assert.Equal(1L, await ReadAsync(client));
        Assert.Equal(1, client.Connections.InUse);

        heard.SetResult();
        await PlayedCluster.UntilAsync(() => client.Connections.InUse == 0);
        await client.RunAsync(new("RETURN 2"), NoRows.Instance);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task AreGivenUpWhereTheServerCannotEndThem()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await AnswerAsync(peer);
            await peer.ExpectAsync(0x12);
            await peer.FailAsync("Neo.ClientError.Transaction.TransactionTimedOut", "The transaction has not completed within the timeout.");
            await peer.ExpectAsync(0x0F);
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);

        Assert.Equal(1L, await ReadAsync(client));

        await PlayedCluster.UntilAsync(() => client.Connections.InUse == 0);
        await client.RunAsync(new("RETURN 2"), NoRows.Instance);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task LoseTheirConnectionWithoutHarm()
    {
        await using var server = new FakeServer(
            async peer =>
            {
                await peer.GreetAsync();
                await AnswerAsync(peer);
                await peer.ExpectAsync(0x12);
            },
            async peer =>
            {
                await peer.GreetAsync();
                await peer.ServeAsync();
            });
        await using var client = new BoltClient(server.Settings);

        Assert.Equal(1L, await ReadAsync(client));

        await PlayedCluster.UntilAsync(() => client.Connections.InUse == 0);
        await client.RunAsync(new("RETURN 2"), NoRows.Instance);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 2, Closed: 1), client.Connections);
    }

    private static async Task AnswerAsync(FakePeer peer)
    {
        await peer.ExpectAsync(0x11);
        await peer.ExpectStatementAsync();
        await peer.SucceedAsync();
        await peer.AnswerAsync(1);
    }

    private static Task<object?> ReadAsync(BoltClient client) => client.ReadAsync(async (transaction, stop) =>
    {
        var rows = new RowList();
        await transaction.RunAsync(new("RETURN 1"), rows, stop);
        return rows.Value;
    });
}
