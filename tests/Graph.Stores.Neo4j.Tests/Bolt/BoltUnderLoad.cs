using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Tests.Bolt.Routing;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>Many tasks, random cancellations and a restart of the server: nothing is lost, nothing is mixed up, nothing is left behind.</summary>
public sealed class BoltUnderLoad
{
    private const int Queries = 10_000;
    private const int Tasks = 16;

    private readonly HashSet<int> acknowledged = [];
    private readonly HashSet<int> cancelled = [];
    private int next;
    private int finished;

    [OwnNeo4jFact]
    public async Task TenThousandQueriesSurviveCancellationsAndARestart()
    {
        await using var server = await OwnNeo4j.StartAsync();
        await using var client = new BoltClient(
            server.Settings with { Connections = 12, ReadRetryTime = TimeSpan.FromMinutes(2), WriteRetryTime = TimeSpan.FromMinutes(2) });
        await client.RunAsync(
            new Statement("CREATE CONSTRAINT FOR (p:Probe) REQUIRE p.id IS UNIQUE") { Access = AccessMode.Write }, NoRows.Instance);
        var half = new TaskCompletionSource();

        var workers = Enumerable.Range(0, Tasks).Select(seed => Task.Run(() => WorkAsync(client, new Random(seed), half))).ToList();
        await await Task.WhenAny(half.Task, Task.WhenAll(workers));
        await server.StopAsync();
        await server.StartAgainAsync();
        await Task.WhenAll(workers);

        Assert.Equal(Queries, finished);
        Assert.Equal(acknowledged.Order(), (await StoredAsync(client)).Except(cancelled).Order());
        Assert.NotEmpty(cancelled);
        await PlayedCluster.UntilAsync(() => client.Connections.InUse == 0);
        Assert.InRange(client.Connections.Idle, 1, 12);
        Assert.Equal(client.Connections.Created - client.Connections.Closed, client.Connections.Idle);
        await server.NothingRunsAsync();
        var connections = await StringsAsync(
            client,
            "CALL dbms.listConnections() YIELD connector, connectionId WHERE connector = 'bolt' RETURN connectionId");
        Assert.Equal(client.Connections.Idle, connections.Count);
    }

    private async Task WorkAsync(BoltClient client, Random random, TaskCompletionSource half)
    {
        while (Interlocked.Increment(ref next) is var number && number <= Queries)
        {
            var kind = number % 4;
            if (kind == 0)
                await WriteAsync(client, number, random);
            else if (kind == 1)
                await ReadForAMomentAsync(client, random);
            else
                await ReadAsync(client, number);
            if (Interlocked.Increment(ref finished) == Queries / 2)
                half.SetResult();
        }
    }

    private static async Task ReadAsync(BoltClient client, int number)
    {
        var rows = new RowList();
        await client.RunAsync(
            new Statement("UNWIND range(1, 3) AS i RETURN $number * i", StatementParameters.Of(("number", number))) { FetchSize = 2 }, rows);
        Assert.Equal([(long)number, number * 2L, number * 3L], rows.Rows.Select(row => (long)row[0]!));
    }

    private static async Task ReadForAMomentAsync(BoltClient client, Random random)
    {
        using var cancellation = new CancellationTokenSource(random.Next(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.RunAsync(
            new Statement("UNWIND range(1, 1000000000) AS i WITH i WHERE i % 100000 = 0 RETURN i"), new RowList(), cancellation.Token));
    }

    private async Task WriteAsync(BoltClient client, int number, Random random)
    {
        using var cancellation = random.Next(4) == 0 ? new CancellationTokenSource(random.Next(5)) : new CancellationTokenSource();
        try
        {
            await client.WriteAsync(
                async (transaction, token) =>
                {
                    await transaction.RunAsync(new Statement("MATCH (n) RETURN count(n)"), NoRows.Instance, token);
                    return await transaction.RunAsync(
                        new Statement("MERGE (:Probe {id: $id})", StatementParameters.Of(("id", number))), NoRows.Instance, token);
                },
                new TransactionOptions { Repeatable = true },
                cancellation.Token);
            lock (acknowledged)
                acknowledged.Add(number);
        }
        catch (OperationCanceledException)
        {
            lock (acknowledged)
                cancelled.Add(number);
        }
    }

    private static async Task<List<int>> StoredAsync(BoltClient client)
    {
        var rows = new RowList();
        await client.RunAsync(new Statement("MATCH (p:Probe) RETURN p.id"), rows);
        return [.. rows.Rows.Select(row => (int)(long)row[0]!)];
    }

    private static async Task<List<string>> StringsAsync(BoltClient client, string text)
    {
        var rows = new RowList();
        await client.RunAsync(new Statement(text), rows);
        return [.. rows.Rows.Select(row => (string)row[0]!)];
    }
}
