using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>What the client says to a server, and what it makes of the answers.</summary>
public sealed class BoltConversations
{
    private static readonly Statement Read = new("RETURN 1");
    private static readonly Statement Write = new("CREATE (n)") { Access = AccessMode.Write };

    [Fact]
    public async Task TheRequestsAreThoseOfTheSpecification()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.ShakeHandsAsync(5, 8);
            var hello = (Dictionary<string, object?>)Assert.Single(await peer.ExpectAsync(0x01))!;
            Assert.StartsWith("graph/", (string)hello["user_agent"]!);
            Assert.StartsWith("graph/", (string)((Dictionary<string, object?>)hello["bolt_agent"]!)["product"]!);
            Assert.Equal("OFF", hello["notifications_minimum_severity"]);
            Assert.False(hello.ContainsKey("credentials"));
            var logon = (Dictionary<string, object?>)Assert.Single(await peer.ExpectAsync(0x6A))!;
            Assert.Equal(
                new Dictionary<string, object?> { ["scheme"] = "basic", ["principal"] = "neo4j", ["credentials"] = "secret-of-the-test" },
                logon);
            await peer.SucceedAsync(("server", "Neo4j/5.26.0"));
            await peer.SucceedAsync();

            var run = await peer.ExpectAsync(0x10);
            Assert.Equal("RETURN $x", run[0]);
            Assert.Equal(new Dictionary<string, object?> { ["x"] = 7L }, run[1]);
            Assert.Equal(
                new Dictionary<string, object?>
                {
                    ["mode"] = "r",
                    ["db"] = "graph",
                    ["tx_timeout"] = 1500L,
                    ["tx_metadata"] = new Dictionary<string, object?> { ["who"] = "test" },
                },
                run[2]);
            Assert.Equal(new Dictionary<string, object?> { ["n"] = 1000L }, Assert.Single(await peer.ExpectAsync(0x3F)));
            await peer.AnswerAsync(7);
            await peer.ExpectAsync(0x02);
        });
        await using (var client = new BoltClient(server.Settings with { Database = "graph" }))
        {
            var rows = new RowList();
            await client.RunAsync(
                new Statement("RETURN $x", StatementParameters.Of(("x", 7)))
                {
                    Timeout = TimeSpan.FromSeconds(1.5),
                    Metadata = new Dictionary<string, object?> { ["who"] = "test" },
                },
                rows);
            Assert.Equal(7L, rows.Value);
        }
    }

    [Fact]
    public async Task Bolt44GetsTheCredentialsInHELLOAndIsAskedForTheUTCPatch()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.ShakeHandsAsync(4, 4);
            var hello = (Dictionary<string, object?>)Assert.Single(await peer.ExpectAsync(0x01))!;
            Assert.Equal(["utc"], (List<object?>)hello["patch_bolt"]!);
            Assert.Equal("basic", hello["scheme"]);
            Assert.False(hello.ContainsKey("bolt_agent"));
            await peer.SucceedAsync(("server", "Neo4j/4.4.40"), ("patch_bolt", new[] { "utc" }));
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);

        var health = await client.PingAsync();

        Assert.True(health.IsReady);
        Assert.Equal("Neo4j/4.4.40", health.Server);
    }

    [Fact]
    public async Task BEGINAndCOMMITStandAroundAManagedTransaction()
    {
        var seen = new List<byte>();
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            while (true)
            {
                var (signature, _) = await peer.ReadAsync();
                seen.Add(signature);
                await peer.SucceedAsync(signature == 0x10 ? [("fields", Array.Empty<string>())] : []);
            }
        });
        await using var client = new BoltClient(server.Settings);

        await client.WriteAsync(async (transaction, cancellation) =>
        {
            await transaction.RunAsync(Write, NoRows.Instance, cancellation);
            await transaction.RunAsync(Write, NoRows.Instance, cancellation);
            return 0;
        });

        Assert.Equal([0x11, 0x10, 0x3F, 0x10, 0x3F, 0x12], seen);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task AfterAFailureTheConnectionIsResetAndUsedAgain()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.FailAsync("Neo.ClientError.Statement.SyntaxError", "Invalid input 'RETRUN'");
            await peer.IgnoreAsync();
            await peer.ExpectAsync(0x0F);
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance));
        Assert.Equal(DatabaseErrorKind.SyntaxError, refused.Kind);
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", refused.Code);
        Assert.Equal("Invalid input 'RETRUN'", refused.ServerMessage);

        await client.RunAsync(Read, NoRows.Instance);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task WhatTheSinkThrowsPassesThroughAndTheConnectionIsUsedAgain()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);

        await Assert.ThrowsAsync<InvalidDataException>(() => client.RunAsync(Read, new ThrowingSink()));
        await client.RunAsync(Read, NoRows.Instance);

        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task MoreRowsAreAskedForOnlyWhenTheSinkIsReady()
    {
        var asked = 0;
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.SucceedAsync(("fields", new[] { "x" }));
            await peer.SendRawAsync(Bytes.Of("00 04 B1 71 91 01 00 00"));
            await peer.SucceedAsync(("has_more", true));
            await peer.ExpectAsync(0x3F);
            asked++;
            await peer.SendRawAsync(Bytes.Of("00 04 B1 71 91 02 00 00"));
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);
        var sink = new SlowSink(() => asked);

        await client.RunAsync(Read with { FetchSize = 1 }, sink);

        Assert.Equal([0], sink.AskedWhenFetched);
        Assert.Equal(2, sink.Rows);
    }

    [Fact]
    public async Task RowsThatAreNotWantedAnyMoreAreDiscarded()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.SucceedAsync(("fields", new[] { "x" }));
            await peer.SendRawAsync(Bytes.Of("00 04 B1 71 91 01 00 00"));
            await peer.SucceedAsync(("has_more", true));
            Assert.Equal(new Dictionary<string, object?> { ["n"] = -1L }, Assert.Single(await peer.ExpectAsync(0x2F)));
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);

        var summary = await client.RunAsync(Read with { FetchSize = 1 }, new FirstFetchSink());

        Assert.Equal(1, summary.Rows);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    private sealed class ThrowingSink : IRowSink
    {
        public void OnRow(PackStreamReader row) => throw new InvalidDataException();
    }

    private sealed class SlowSink(Func<int> asked) : IRowSink
    {
        public List<int> AskedWhenFetched { get; } = [];

        public int Rows { get; private set; }

        public void OnRow(PackStreamReader row) => Rows++;

        public async ValueTask OnFetchedAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            AskedWhenFetched.Add(asked());
        }
    }

    private sealed class FirstFetchSink : IRowSink
    {
        public bool IsSatisfied => true;

        public void OnRow(PackStreamReader row)
        {
        }
    }
}
