using System.Diagnostics;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>Cancellation, and every limit on waiting: nobody waits for ever, and nothing is left behind.</summary>
public sealed class BoltTimeouts
{
    private static readonly Statement Read = new("RETURN 1");

    [Fact]
    public async Task ACancelledStatementIsResetAndItsConnectionUsedAgain()
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
    public async Task AConnectionWhoseCallerGaveUpWhileItWasOpenedIsKeptForTheNext()
    {
        var arrived = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var server = new FakeServer(async peer =>
        {
            arrived.SetResult();
            await goOn.Task;
            await peer.GreetAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { Connections = 1 });
        using var cancellation = new CancellationTokenSource();

        var impatient = client.RunAsync(Read, NoRows.Instance, cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        goOn.SetResult();
        await client.RunAsync(Read, NoRows.Instance);

        Assert.Equal(1, server.Accepted);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [Fact]
    public async Task AServerThatDoesNotAcknowledgeTheResetLosesTheConnection()
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
    public async Task AQueryThatTakesAllConnectionsMakesOthersWaitOnlySoLong()
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

        var second = client.RunAsync(Read, NoRows.Instance);
        Assert.Equal(new BoltPoolCounts(InUse: 1, Idle: 0, Created: 1, Closed: 0, Waiting: 1), client.Connections);
        var waited = await Assert.ThrowsAsync<DatabaseException>(() => second);

        Assert.Equal((DatabaseErrorKind.PoolExhausted, 0), (waited.Kind, client.Connections.Waiting));
        Assert.Equal(
            $"All 1 connections to the database at {server.Settings.Address} stayed in use for 0.03 seconds; allow more (?connections=) or ask for less "
            + "at a time.",
            waited.Message);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task AHealthCheckThatFindsNoFreeConnectionSaysSo()
    {
        var running = new TaskCompletionSource();
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            running.SetResult();
            await peer.ExpectAsync(0x0F);
            await peer.IgnoreAsync();
            await peer.IgnoreAsync();
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { Connections = 1, GreetingTimeout = TimeSpan.FromMilliseconds(500) });
        using var cancellation = new CancellationTokenSource();
        var statement = client.RunAsync(Read, NoRows.Instance, cancellation.Token);
        await running.Task;

        Assert.Equal(DatabaseErrorKind.PoolExhausted, (await client.PingAsync()).Error);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => statement);
        Assert.True((await client.PingAsync()).IsReady);
    }

    [Fact]
    public async Task AServerThatIsSilentForLongerThanItPromisedIsGivenUp()
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
    public async Task AServerThatDoesNotKeepToTheLimitOfAStatementIsGivenUp()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await using var client = new BoltClient(server.Settings with { TimeoutGrace = TimeSpan.FromMilliseconds(20) });

        var lost = await Assert.ThrowsAsync<DatabaseException>(
            () => client.RunAsync(Read with { Timeout = TimeSpan.FromMilliseconds(20) }, NoRows.Instance));

        Assert.Equal(DatabaseErrorKind.Unavailable, lost.Kind);
        Assert.Equal(
            $"The connection to the database at {server.Settings.Address} was lost (it did not answer); it is opened again by itself when the server is back.",
            lost.Message);
    }

    [Fact]
    public async Task AServerThatHangsIsNotReady()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await using var client = new BoltClient(
            // Long enough for a busy machine to open the connection: what hangs is the server, not the greeting.
            server.Settings with { GreetingTimeout = TimeSpan.FromSeconds(3), ResetTimeout = TimeSpan.FromMilliseconds(20) });

        var health = await client.PingAsync();

        Assert.False(health.IsReady);
        Assert.StartsWith($"The database at {server.Settings.Address} did not answer within 3 seconds;", health.Sentence);
        Assert.Equal(0, client.Connections.InUse + client.Connections.Idle);
    }
}
