using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt.Routing;

/// <summary>What becomes of statements when servers of a cluster change their part, stop, or lag.</summary>
public sealed class FailingServers
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    public async Task AWriteFollowsTheLeader(string code)
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect(settings => settings with { WriteRetryTime = Long });
        Assert.Same(cluster.A, await cluster.WriteAsync(client));

        cluster.A.Refusal = code;
        cluster.Tell(writers: [cluster.B], readers: [cluster.A, cluster.C]);

        Assert.Same(cluster.B, await cluster.WriteAsync(client));
        Assert.Same(cluster.B, await cluster.WriteAsync(client));
        Assert.Equal(2, cluster.Routed);
        Assert.Equal(2, cluster.A.Statements.Count);
    }

    [Fact]
    public async Task ATransactionIsRunAgainAsAWholeAtTheNewLeader()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect(settings => settings with { WriteRetryTime = Long });
        cluster.A.Refusal = "Neo.ClientError.Cluster.NotALeader";
        var servers = new List<string?>();

        await client.WriteAsync((transaction, stop) =>
        {
            servers.Add(transaction.Server);
            cluster.Tell(writers: [cluster.C]);
            return transaction.RunAsync(new("CREATE (n)"), NoRows.Instance, stop);
        });

        Assert.Equal([cluster.A.Address, cluster.C.Address], servers);
    }

    [Fact]
    public async Task WhileNobodyLeadsAWriteWaitsAndReadsGoOn()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect(settings => settings with { WriteRetryTime = Long });
        cluster.Tell(writers: []);

        var write = cluster.WriteAsync(client);
        await PlayedCluster.UntilAsync(() => cluster.Routed > 3);
        Assert.NotSame(cluster.A, await cluster.ReadAsync(client));
        Assert.False(write.IsCompleted);
        cluster.Tell(writers: [cluster.B]);

        Assert.Same(cluster.B, await write);
    }

    [Fact]
    public async Task AWriteThatFindsNoLeaderInTimeSaysSo()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.Tell(writers: []);

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => cluster.WriteAsync(client));

        Assert.Equal(DatabaseErrorKind.Unavailable, refused.Kind);
        Assert.Equal(
            $"The cluster at {cluster.A.Address} names no server that writes for the database neo4j; it may be electing a leader: try again soon, and see "
            + "what SHOW DATABASES says of it.",
            refused.Message);
    }

    [Fact]
    public async Task WithoutReadersTheLeaderAnswers()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.Tell(readers: []);

        Assert.Same(cluster.A, await cluster.ReadAsync(client));
    }

    [Fact]
    public async Task AReaderThatIsGoneIsPassedOverAndTakesPartAgainWhenItIsBack()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        await cluster.ReadAsync(client);
        await cluster.ReadAsync(client);
        await cluster.B.StopAsync();

        for (var i = 0; i < 5; i++)
            Assert.Same(cluster.C, await cluster.ReadAsync(client));

        cluster.B.StartAgain();
        cluster.Time.Jump(TimeSpan.FromSeconds(31));
        await PlayedCluster.UntilAsync(() => cluster.ReadAsync(client).Result == cluster.B);
    }

    [Fact]
    public async Task WhenEveryReaderIsGoneTheLeaderAnswersAndWhenAllAreTheReasonIsTold()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        await cluster.B.StopAsync();
        await cluster.C.StopAsync();
        Assert.Same(cluster.A, await cluster.ReadAsync(client));

        await cluster.A.StopAsync();
        var lost = await Assert.ThrowsAsync<DatabaseException>(async () =>
        {
            await cluster.ReadAsync(client);
            await cluster.ReadAsync(client);
        });

        Assert.Equal(DatabaseErrorKind.Unavailable, lost.Kind);
        Assert.True(lost.IsTransient);
        Assert.Equal(
            $"The database at {cluster.A.Address} cannot be reached (nothing listens there); see that the server runs and that the address is its Bolt port.",
            (await client.PingAsync()).Sentence);

        cluster.B.StartAgain();
        cluster.A.StartAgain();
        cluster.Time.Jump(TimeSpan.FromSeconds(10));
        await PlayedCluster.UntilAsync(() => client.PingAsync().Result.IsReady);
    }

    [Fact]
    public async Task AClusterThatHasLostAReaderIsReady()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        await cluster.ReadAsync(client);
        await cluster.ReadAsync(client);
        await cluster.B.StopAsync();

        for (var i = 0; i < 3; i++)
            Assert.True((await client.PingAsync()).IsReady);
    }

    [Fact]
    public async Task AReaderThatSaysNothingWhenAskedForASignOfLifeIsPassedOverByThoseWhoComeAfter()
    {
        await using var cluster = new PlayedCluster();
        var (answer, time) = (new TaskCompletionSource(), new PushedTime());
        cluster.B.Gate = answer.Task;
        await using var client = new BoltClient(cluster.A.Settings with { GreetingTimeout = TimeSpan.FromMinutes(10) }, time);

        // Of the two one is asked, and then the other.
        var first = client.PingAsync();
        var ready = first == await Task.WhenAny(first, PlayedCluster.UntilAsync(() => cluster.B.Statements.Count == 1)) && (await first).IsReady;
        var silent = ready ? client.PingAsync() : first;
        await PlayedCluster.UntilAsync(() => cluster.B.Statements.Count == 1);
        time.FireAll();
        Assert.Equal(
            $"The database at {cluster.B.Address} did not answer within 600 seconds; see that the server runs and that nothing on the way blocks the port.",
            (await silent).Sentence);

        for (var i = 0; i < 3; i++)
            Assert.True((await client.PingAsync()).IsReady);
        Assert.Single(cluster.B.Statements);
        answer.SetResult();
    }

    [Theory]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable")]
    [InlineData("Neo.ClientError.Database.DatabaseNotFound")]
    public async Task AServerThatDoesNotHaveTheDatabaseAnyMoreIsPassedOver(string code)
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.B.Refusal = code;

        for (var i = 0; i < 4; i++)
            Assert.Same(cluster.C, await cluster.ReadAsync(client));

        Assert.Single(cluster.B.Statements);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AWriteWhoseEndIsUnknownIsNotRepeatedElsewhere(bool babbles)
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect(settings => settings with { WriteRetryTime = Long });
        cluster.Tell(writers: [cluster.A, cluster.B]);
        cluster.A.Hangs = cluster.B.Hangs = !babbles;
        cluster.A.Babbles = cluster.B.Babbles = babbles;

        var lost = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(new("CREATE (n)") { Access = AccessMode.Write }, NoRows.Instance));

        Assert.True(lost.CommitUnknown);
        Assert.Single(cluster.A.Statements.Concat(cluster.B.Statements));
    }

    [Fact]
    public async Task AStatementThatBreaksEveryServerIsNotSentToAllOfThemForEver()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        foreach (var member in cluster.All)
            member.Hangs = true;

        await Assert.ThrowsAsync<DatabaseException>(() => cluster.ReadAsync(client));

        Assert.InRange(cluster.All.Sum(member => member.Statements.Count), 1, 3);
    }
}
