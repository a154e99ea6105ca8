using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>What is asked again after a failure that passes, and what is not.</summary>
public sealed class BoltRetries
{
    private static readonly Statement Read = new("RETURN 1");
    private static readonly Statement Write = new("CREATE (n)") { Access = AccessMode.Write };

    [Fact]
    public async Task ALostConnectionIsReplacedAndAReadRepeated()
    {
        await using var server = new FakeServer(
            async peer =>
            {
                await peer.GreetAsync();
                await peer.ExpectStatementAsync();
            },
            async peer =>
            {
                await peer.GreetAsync();
                await peer.ServeAsync();
            });
        await using var client = new BoltClient(server.Settings with { ReadRetryTime = TimeSpan.FromSeconds(10) });
        var rows = new RowList();

        await client.RunAsync(Read, rows);

        Assert.Equal(1L, rows.Value);
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task RowsThatCannotBeTakenBackAreNotDeliveredTwice()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.SucceedAsync(("fields", new[] { "x" }));
            await peer.SendRawAsync(Bytes.Of("00 04 B1 71 91 01 00 00"));
        });
        await using var client = new BoltClient(server.Settings with { ReadRetryTime = TimeSpan.FromSeconds(10) });
        var sink = new CountingSink();

        var lost = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, sink));

        Assert.Equal(DatabaseErrorKind.Unavailable, lost.Kind);
        Assert.Equal(1, sink.Rows);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task AWriteWhoseEndIsUnknownIsNotRepeatedUnlessItMayBe()
    {
        async Task Vanish(FakePeer peer)
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
        }

        await using var server = new FakeServer(Vanish, Vanish, async peer =>
        {
            await peer.GreetAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { WriteRetryTime = TimeSpan.FromSeconds(10) });

        var lost = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Write, NoRows.Instance));
        Assert.True(lost.CommitUnknown);
        Assert.EndsWith(Sentences.CommitUnknown, lost.Message);
        Assert.Equal(1, server.Accepted);

        await client.RunAsync(Write with { Repeatable = true }, NoRows.Instance);
        Assert.Equal(3, server.Accepted);
    }

    [Fact]
    public async Task ADeadlockMakesTheWholeWorkRunAgain()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectAsync(0x11);
            await peer.ExpectStatementAsync();
            await peer.SucceedAsync();
            await peer.FailAsync("Neo.TransientError.Transaction.DeadlockDetected", "deadlock");
            await peer.IgnoreAsync();
            await peer.ExpectAsync(0x0F);
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { WriteRetryTime = TimeSpan.FromSeconds(10) });
        var calls = 0;

        var result = await client.WriteAsync(async (transaction, cancellation) =>
        {
            calls++;
            await transaction.RunAsync(Write, NoRows.Instance, cancellation);
            return "done";
        });

        Assert.Equal("done", result);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task AWorkThatHidesAFailureCommitsNothing()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectAsync(0x11);
            await peer.ExpectStatementAsync();
            await peer.SucceedAsync();
            await peer.FailAsync("Neo.ClientError.Schema.ConstraintValidationFailed", "already exists");
            await peer.IgnoreAsync();
            await peer.ExpectAsync(0x0F);
            await peer.SucceedAsync();
            await peer.ExpectAsync(0x02);
        });
        await using (var client = new BoltClient(server.Settings))
        {
            var refused = await Assert.ThrowsAsync<DatabaseException>(() => client.WriteAsync(async (transaction, cancellation) =>
            {
                await Assert.ThrowsAsync<DatabaseException>(() => transaction.RunAsync(Write, NoRows.Instance, cancellation));
                return 0;
            }));
            Assert.Equal(DatabaseErrorKind.ConstraintViolated, refused.Kind);
        }
    }

    [Fact]
    public async Task ACommitWhoseAnswerIsLostSaysSo()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectAsync(0x11);
            await peer.ExpectStatementAsync();
            await peer.SucceedAsync();
            await peer.AnswerAsync();
            await peer.ExpectAsync(0x12);
        });
        await using var client = new BoltClient(server.Settings with { WriteRetryTime = TimeSpan.FromSeconds(10) });

        var lost = await Assert.ThrowsAsync<DatabaseException>(() => client.WriteAsync(async (transaction, cancellation) =>
            (await transaction.RunAsync(Write, NoRows.Instance, cancellation)).Rows));

        Assert.True(lost.CommitUnknown);
        Assert.Equal(1, server.Accepted);
    }

    private sealed class CountingSink : IRowSink
    {
        public int Rows { get; private set; }

        public void OnRow(PackStreamReader row) => Rows++;
    }
}
