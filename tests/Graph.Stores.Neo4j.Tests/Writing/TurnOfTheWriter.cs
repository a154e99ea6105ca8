using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Tests.Bolt.Routing;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j.Tests.Writing;

/// <summary>The turn of the one writer in a cluster, whose servers know nothing of each other's locks.</summary>
public sealed class TurnOfTheWriter
{
    [Fact]
    public async Task TheTurnIsTakenAnewAtANewLeader()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect(settings => settings with { WriteRetryTime = TimeSpan.FromSeconds(60) });
        await using (var turn = await TakeAsync(client))
        {
            await StoreAsync(turn);
            await StoreAsync(turn);
            Assert.Equal(1, TurnsTaken(cluster.A));

            // The former leader still answers within the transaction that holds the turn, and knows of no other.
            cluster.Tell(writers: [cluster.B], readers: [cluster.A, cluster.C]);
            cluster.Time.Jump(TimeSpan.FromHours(1));
            await StoreAsync(turn);

            Assert.Equal((1, 1), (TurnsTaken(cluster.A), TurnsTaken(cluster.B)));
            Assert.Contains("CREATE (n)", cluster.B.Statements);
        }
    }

    [Fact]
    public async Task WhoeverHasTheTurnReadsWhatTheOneBeforeWrote()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.A.Bookmark = "of the writer before";

        await using var turn = await TakeAsync(client);
        var reader = await cluster.ReadAsync(client);

        Assert.Equal(["of the writer before"], (List<object?>)Assert.Single(reader.Begun)["bookmarks"]!);
    }

    [Fact]
    public async Task ATurnWhoseHolderCannotBeginIsGivenBack()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.A.RefusalOfText = ("RETURN 1", "Neo.ClientError.Security.Forbidden");

        await Assert.ThrowsAsync<DatabaseException>(() => TakeAsync(client));

        await PlayedCluster.UntilAsync(() => client.Connections.InUse == 0);
    }

    private static Task<WriterTurn> TakeAsync(BoltClient client) =>
        WriterTurn.TakeAsync(client, TimeSpan.FromSeconds(60), TimeProvider.System, "neo4j://cluster", rehearses: false, CancellationToken.None);

    private static Task<StatementSummary> StoreAsync(WriterTurn turn) =>
        turn.WriteAsync((transaction, stop) => transaction.RunAsync(new("CREATE (n)"), NoRows.Instance, stop), CancellationToken.None);

    private static int TurnsTaken(FakeMember member) => member.Statements.Count(text => text.StartsWith("MERGE (turn", StringComparison.Ordinal));
}
