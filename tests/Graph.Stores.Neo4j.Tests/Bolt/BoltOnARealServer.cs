using System.Diagnostics;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

[Collection(RealServer.OneAfterTheOther)]
public sealed class BoltOnARealServer
{
    [NeedsNeo4j]
    public async Task ATransactionWhoseWorkThrowsLeavesNothing()
    {
        await using var client = RealServer.Connect();
        var name = Guid.NewGuid().ToString();
        var create = new Statement("CREATE (:BoltTest {name: $name})", StatementParameters.Of(("name", name)));

        await Assert.ThrowsAsync<InvalidDataException>(() => client.WriteAsync<int>(async (transaction, cancellation) =>
        {
            var summary = await transaction.RunAsync(create, NoRows.Instance, cancellation);
            Assert.Equal(1, summary.Count("nodes-created"));
            throw new InvalidDataException();
        }));

        var rows = new RowList();
        await client.RunAsync(
            new Statement("MATCH (n:BoltTest {name: $name}) RETURN count(n)", StatementParameters.Of(("name", name))), rows);
        Assert.Equal(0L, rows.Value);
    }

    [NeedsNeo4j]
    public async Task ALargeResultIsFetchedInPortions()
    {
        await using var client = RealServer.Connect();
        var rows = new RowList();

        var summary = await client.RunAsync(new Statement("UNWIND range(1, 2500) AS i RETURN i") { FetchSize = 1000 }, rows);

        Assert.Equal(2500, summary.Rows);
        Assert.Equal(2, rows.Fetches);
        Assert.Equal(Enumerable.Range(1, 2500).Select(i => (long)i), rows.Rows.Select(row => (long)row[0]!));
    }

    [NeedsNeo4j]
    public async Task ACancelledQueryIsGoneFromTheServerWithinATenthOfASecond()
    {
        await using var client = RealServer.Connect();
        await using var observer = RealServer.Connect();
        var times = new List<double>();

        for (var trial = 0; trial < 5; trial++)
            times.Add(await CancelledAfterAsync(client, observer));

        Assert.InRange(times.Order().ElementAt(2), 0, 100);
        Assert.True((await client.PingAsync()).IsReady);
        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    [NeedsNeo4j]
    public async Task TheRoutingSchemeWorksWithASingleServer()
    {
        var settings = RealServer.Settings with { Routing = true, FollowBookmarks = true };
        await using var client = new BoltClient(settings);
        await client.RunAsync(new Statement("CREATE (n:BoltTest) DELETE n") { Access = AccessMode.Write }, NoRows.Instance);
        await client.CatchUpAsync();
        var rows = new RowList();
        await client.RunAsync(new Statement("RETURN 1"), rows);
        Assert.Equal(1L, rows.Value);
        Assert.Equal(1, client.Connections.Created);

        await using var elsewhere = new BoltClient(settings with { Database = "nowhere" });
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => elsewhere.RunAsync(new Statement("RETURN 1"), rows));
        Assert.Equal(DatabaseErrorKind.DatabaseNotFound, refused.Kind);
    }

    [NeedsNeo4j]
    public async Task ATransactionThatStoresNothingEndsWithABookmarkOfAllThatIsStored()
    {
        var connection = await BoltConnection.OpenAsync(RealServer.Settings, TimeProvider.System);
        try
        {
            async Task<string?> EndAsync(AccessMode access, string text, string? after)
            {
                connection.Begin(new TransactionScope(access, Database: null, Timeout: null, Metadata: null, after is null ? [] : [after]));
                await connection.RunAsync(new Statement(text), NoRows.Instance, scope: null, CancellationToken.None);
                return await connection.CommitAsync();
            }

            var first = Assert.IsType<string>(await EndAsync(AccessMode.Write, "RETURN 1", after: null));
            Assert.Equal(first, await EndAsync(AccessMode.Read, "RETURN 1", after: first));
            var stored = await EndAsync(AccessMode.Write, "CREATE (n:BookmarkTest)", after: first);
            Assert.NotEqual(first, stored);
            await EndAsync(AccessMode.Write, "MATCH (n:BookmarkTest) DELETE n", after: stored);
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    [NeedsNeo4j]
    public async Task ADeadlockIsSolvedByRepeatingOneOfTheTwo()
    {
        await using var client = RealServer.Connect();
        var mark = Guid.NewGuid().ToString();
        var parameters = StatementParameters.Of(("mark", mark));
        await client.RunAsync(
            new Statement("CREATE (:BoltTest {mark: $mark, side: 'a', n: 0}), (:BoltTest {mark: $mark, side: 'b', n: 0})", parameters)
            {
                Access = AccessMode.Write
            },
            NoRows.Instance);
        var bothHold = new Barrier(2);
        var attempts = 0;

        Task<int> CountAsync(string first, string second) => client.WriteAsync(async (transaction, cancellation) =>
        {
            await transaction.RunAsync(Add(first), NoRows.Instance, cancellation);
            if (Interlocked.Increment(ref attempts) <= 2)
                await Task.Run(() => bothHold.SignalAndWait(TimeSpan.FromSeconds(60)), cancellation);
            await transaction.RunAsync(Add(second), NoRows.Instance, cancellation);
            return 0;
        });
        Statement Add(string side) => new(
            "MATCH (n:BoltTest {mark: $mark, side: $side}) SET n.n = n.n + 1", StatementParameters.Of(("mark", mark), ("side", side)));
        await Task.WhenAll(CountAsync("a", "b"), CountAsync("b", "a"));

        var rows = new RowList();
        await client.RunAsync(new Statement("MATCH (n:BoltTest {mark: $mark}) RETURN sum(n.n)", parameters), rows);
        await client.RunAsync(new Statement("MATCH (n:BoltTest {mark: $mark}) DELETE n", parameters) { Access = AccessMode.Write }, NoRows.Instance);
        Assert.Equal(4L, rows.Value);
        Assert.Equal(3, attempts);
    }

    [NeedsNeo4j]
    public async Task ExplainGivesThePlanAndProfileTheHits()
    {
        await using var client = RealServer.Connect();

        var explained = await client.RunAsync(new Statement("EXPLAIN MATCH (n) RETURN n LIMIT 1"), NoRows.Instance);
        Assert.Null(explained.Profile);
        Assert.StartsWith("ProduceResults", (string)explained.Plan!["operatorType"]!);

        var profiled = await client.RunAsync(new Statement("PROFILE MATCH (n) RETURN n LIMIT 1"), NoRows.Instance);
        Assert.IsType<long>(profiled.Profile!["dbHits"]);
    }

    /// <summary>Milliseconds from the cancellation of an endless query to the moment when the server was seen without it.</summary>
    private static async Task<double> CancelledAfterAsync(BoltClient client, BoltClient observer)
    {
        var mark = Guid.NewGuid().ToString();
        using var cancellation = new CancellationTokenSource();
        var query = client.RunAsync(
            new Statement("UNWIND range(1, 1000000000000) AS i WITH i WHERE i < 0 RETURN i")
            {
                Metadata = new Dictionary<string, object?> { ["mark"] = mark },
            },
            NoRows.Instance,
            cancellation.Token);
        while (await RunningAsync(observer, mark) == 0)
            Assert.False(query.IsCompleted);

        var started = Stopwatch.GetTimestamp();
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => query);
        Assert.Equal(0, await RunningAsync(observer, mark));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<long> RunningAsync(BoltClient observer, string mark)
    {
        var rows = new RowList();
        await observer.RunAsync(
            new Statement(
                "SHOW TRANSACTIONS YIELD metaData WHERE metaData.mark = $mark RETURN count(*)",
                StatementParameters.Of(("mark", mark))), rows);
        return (long)rows.Value!;
    }
}
