using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

[Collection(RealServer.OneAfterTheOther)]
public sealed class RefusalsOfARealServer
{
    [NeedsNeo4j]
    public async Task AQueryThatTakesLongerThanAllowedIsEndedByTheServer()
    {
        await using var client = RealServer.Connect();
        var slow = new Statement("UNWIND range(1, 1000000000000) AS i WITH i WHERE i < 0 RETURN i") { Timeout = TimeSpan.FromMilliseconds(200) };

        var ended = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(slow, NoRows.Instance));

        Assert.Equal(DatabaseErrorKind.Timeout, ended.Kind);
        Assert.Equal("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", ended.Code);
        Assert.Equal(1, client.Connections.Created - client.Connections.Closed);
    }

    [NeedsNeo4j]
    public async Task ADatabaseThatDoesNotExistIsNamed()
    {
        await using var client = new BoltClient(RealServer.Settings with { Database = "nosuchthing" });
        var health = await client.PingAsync();
        Assert.Equal(DatabaseErrorKind.DatabaseNotFound, health.Error);
        Assert.StartsWith($"The server at {RealServer.Settings.Address} has no database nosuchthing: ", health.Sentence);
    }

    [NeedsNeo4j]
    public async Task AConstraintThatIsBrokenIsNamed()
    {
        await using var client = RealServer.Connect();
        var name = $"bolt_{Guid.NewGuid():N}";
        await client.RunAsync(
            new Statement($"CREATE CONSTRAINT {name} FOR (n:{name}) REQUIRE n.id IS UNIQUE") { Access = AccessMode.Write },
            NoRows.Instance);
        try
        {
            var refused = await Assert.ThrowsAsync<DatabaseException>(() =>
                client.RunAsync(new Statement($"CREATE (:{name} {{id: 1}}), (:{name} {{id: 1}})") { Access = AccessMode.Write }, NoRows.Instance));
            Assert.Equal(DatabaseErrorKind.ConstraintViolated, refused.Kind);
            Assert.False(refused.CommitUnknown);
        }
        finally
        {
            await client.RunAsync(new Statement($"DROP CONSTRAINT {name}") { Access = AccessMode.Write }, NoRows.Instance);
        }
    }

    [NeedsNeo4j]
    public async Task AReadingStatementMayNotWrite()
    {
        await using var client = RealServer.Connect();
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(new Statement("CREATE (:BoltTest)"), NoRows.Instance));
        Assert.Equal(DatabaseErrorKind.ReadOnly, refused.Kind);
    }

    [NeedsNeo4j]
    public async Task AStatementWithAFaultIsRefusedWithTheServersWords()
    {
        await using var client = RealServer.Connect();
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(new Statement("RETRUN 1"), NoRows.Instance));
        Assert.Equal(DatabaseErrorKind.SyntaxError, refused.Kind);
        Assert.Contains("RETRUN", refused.ServerMessage);
    }

    [OwnNeo4jFact]
    public async Task AWrongPasswordIsRefusedWithASentenceAndTheRightOneWorks()
    {
        await using var server = await OwnNeo4j.StartAsync("right-password");
        await using (var client = new BoltClient(server.Settings))
            Assert.StartsWith($"The database at {server.Settings.Address} (Neo4j/", (await client.PingAsync()).Sentence);

        await using var stranger = new BoltClient(
            server.Settings with { Credentials = BoltCredentials.Of(BoltAuthentication.Basic("neo4j", "wrong-password")) });
        var health = await stranger.PingAsync();
        Assert.Equal(DatabaseErrorKind.Unauthorized, health.Error);
        Assert.StartsWith($"The database at {server.Settings.Address} refuses the user neo4j: ", health.Sentence);
        Assert.DoesNotContain("wrong-password", health.Sentence);

        await using var nobody = new BoltClient(server.Settings with { Credentials = BoltCredentials.Of(BoltAuthentication.None) });
        Assert.StartsWith($"The database at {server.Settings.Address} refuses access without credentials: ", (await nobody.PingAsync()).Sentence);
    }
}
