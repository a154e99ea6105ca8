using System.Diagnostics;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>What the client does with servers that are friendly, unfriendly, slow or no servers at all.</summary>
public sealed class BoltClientTests
{
    private static readonly Statement Read = new("RETURN 1");
    private static readonly Statement Write = new("CREATE (n)") { Access = AccessMode.Write };

    [Fact]
    public async Task The_requests_are_those_of_the_specification()
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
            Assert.Equal(new Dictionary<string, object?> { ["scheme"] = "basic", ["principal"] = "neo4j", ["credentials"] = "secret-of-the-test" }, logon);
            await peer.SucceedAsync(("server", "Neo4j/5.26.0"));
            await peer.SucceedAsync();

            var run = await peer.ExpectAsync(0x10);
            Assert.Equal("RETURN $x", run[0]);
            Assert.Equal(new Dictionary<string, object?> { ["x"] = 7L }, run[1]);
            Assert.Equal(
                new Dictionary<string, object?>
                {
                    ["mode"] = "r", ["db"] = "graph", ["tx_timeout"] = 1500L, ["tx_metadata"] = new Dictionary<string, object?> { ["who"] = "test" },
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
                    Timeout = TimeSpan.FromSeconds(1.5), Metadata = new Dictionary<string, object?> { ["who"] = "test" },
                },
                rows);
            Assert.Equal(7L, rows.Value);
        }
    }

    [Fact]
    public async Task Bolt_4_4_gets_the_credentials_in_HELLO_and_is_asked_for_the_UTC_patch()
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
    public async Task BEGIN_and_COMMIT_stand_around_a_managed_transaction()
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
    public async Task After_a_failure_the_connection_is_reset_and_used_again()
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
    public async Task What_the_sink_throws_passes_through_and_the_connection_is_used_again()
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
    public async Task A_cancelled_statement_is_reset_and_its_connection_used_again()
    {
        var running = new TaskCompletionSource();
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.SucceedAsync(("fields", new[] { "x" }));
            running.SetResult();
            await peer.ExpectAsync(0x0F);
            await peer.FailAsync("Neo.ClientError.Transaction.Terminated", "The transaction has been terminated.");
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);
        using var cancellation = new CancellationTokenSource();

        var statement = client.RunAsync(Read, NoRows.Instance, cancellation.Token);
        await running.Task;
        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAsync<OperationCanceledException>(() => statement);
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        await client.RunAsync(Read, NoRows.Instance);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task A_server_that_does_not_acknowledge_the_reset_loses_the_connection()
    {
        var running = new TaskCompletionSource();
        await using var server = new FakeServer(
            async peer =>
            {
                await peer.GreetAsync();
                await peer.ExpectStatementAsync();
                running.SetResult();
                await Task.Delay(Timeout.Infinite, peer.Stopped);
            },
            async peer =>
            {
                await peer.GreetAsync();
                await peer.ServeAsync();
            });
        await using var client = new BoltClient(server.Settings with { ResetTimeout = TimeSpan.FromMilliseconds(50) });
        using var cancellation = new CancellationTokenSource();

        var statement = client.RunAsync(Read, NoRows.Instance, cancellation.Token);
        await running.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => statement);
        await client.RunAsync(Read, NoRows.Instance);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 2, Closed: 1), client.Connections);
    }

    [Fact]
    public async Task A_lost_connection_is_replaced_and_a_read_repeated()
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
    public async Task Rows_that_cannot_be_taken_back_are_not_delivered_twice()
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
    public async Task A_write_whose_end_is_unknown_is_not_repeated_unless_it_may_be()
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
    public async Task A_deadlock_makes_the_whole_work_run_again()
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
    public async Task A_work_that_hides_a_failure_commits_nothing()
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
    public async Task A_commit_whose_answer_is_lost_says_so()
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

    [Fact]
    public async Task More_rows_are_asked_for_only_when_the_sink_is_ready()
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
    public async Task A_query_that_takes_all_connections_makes_others_wait_only_so_long()
    {
        var running = new TaskCompletionSource();
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            running.SetResult();
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await using var client = new BoltClient(
            server.Settings with { Connections = 1, AcquireTimeout = TimeSpan.FromMilliseconds(30), ResetTimeout = TimeSpan.FromMilliseconds(30) });
        using var cancellation = new CancellationTokenSource();
        var first = client.RunAsync(Read, NoRows.Instance, cancellation.Token);
        await running.Task;

        var waited = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance));

        Assert.Equal(DatabaseErrorKind.PoolExhausted, waited.Kind);
        Assert.Equal(
            $"All 1 connections to the database at {server.Settings.Address} stayed in use for 0.03 seconds; allow more (?connections=) or ask for less "
            + "at a time.",
            waited.Message);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_server_that_is_silent_for_longer_than_it_promised_is_given_up()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.ShakeHandsAsync();
            await peer.ExpectAsync(0x01);
            await peer.ExpectAsync(0x6A);
            await peer.SucceedAsync(("hints", new Dictionary<string, object?> { ["connection.recv_timeout_seconds"] = 1 }));
            await peer.SucceedAsync();
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await using var client = new BoltClient(server.Settings);

        var started = Stopwatch.GetTimestamp();
        var lost = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance));

        Assert.Equal(DatabaseErrorKind.Unavailable, lost.Kind);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.9, 10);
    }

    [Fact]
    public async Task A_server_that_does_not_keep_to_the_limit_of_a_statement_is_given_up()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await using var client = new BoltClient(server.Settings with { TimeoutGrace = TimeSpan.FromMilliseconds(20) });

        var lost = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read with { Timeout = TimeSpan.FromMilliseconds(20) }, NoRows.Instance));

        Assert.Equal(DatabaseErrorKind.Unavailable, lost.Kind);
        Assert.Equal(
            $"The connection to the database at {server.Settings.Address} was lost (it did not answer); it is opened again by itself when the server is back.",
            lost.Message);
    }

    [Fact]
    public async Task A_server_that_hangs_is_not_ready()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await using var client = new BoltClient(
            server.Settings with { ConnectTimeout = TimeSpan.FromMilliseconds(300), ResetTimeout = TimeSpan.FromMilliseconds(20) });

        var health = await client.PingAsync();

        Assert.False(health.IsReady);
        Assert.StartsWith($"The database at {server.Settings.Address} did not answer within 0.3 seconds;", health.Sentence);
        Assert.Equal(0, client.Connections.InUse + client.Connections.Idle);
    }

    private sealed class ThrowingSink : IRowSink
    {
        public void OnRow(PackStreamReader row) => throw new InvalidDataException();
    }

    private sealed class CountingSink : IRowSink
    {
        public int Rows { get; private set; }

        public void OnRow(PackStreamReader row) => Rows++;
    }

    private sealed class SlowSink(Func<int> asked) : IRowSink
    {
        public List<int> AskedWhenFetched { get; } = [];

        public int Rows { get; private set; }

        public void OnRow(PackStreamReader row) => Rows++;

        public async ValueTask OnFetchedAsync(CancellationToken cancellation)
        {
            await Task.Yield();
            AskedWhenFetched.Add(asked());
        }
    }
}
