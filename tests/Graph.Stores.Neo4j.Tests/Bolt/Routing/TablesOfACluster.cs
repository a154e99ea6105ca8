using System.Net;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.Routing;

namespace Graph.Stores.Neo4j.Tests.Bolt.Routing;

/// <summary>How tables are come by, how long they are followed, and what is made of bad ones.</summary>
public sealed class TablesOfACluster
{
    private static readonly Statement Read = new("RETURN 1");

    [Theory]
    [InlineData(300L, 300)]
    [InlineData(0L, 1)]
    [InlineData(-5L, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(long.MaxValue, 3600)]
    public void ATableIsGoodForASecondAtLeastAndAnHourAtMost(long seconds, int expected) => Assert.Equal(
        TimeSpan.FromSeconds(expected), RoutingTable.Of(FakeMember.TableOf(["a:1"], ["a:1"], ["a:1"], seconds)).TimeToLive);

    [Fact]
    public void OnlyAddressesStandInIt()
    {
        var table = RoutingTable.Of(FakeMember.TableOf(
            ["db.example.org", "[::1]:7000", "10.0.0.1:17687"],
            ["A:1", "a:1", "", " ", "a:99999", "a:x", "ann:secret@a:1", "a:1/path", "a:1?x=1", new string('a', 10_000) + ":1", "ünï.example:1"],
            []));

        Assert.Equal(["db.example.org:7687", "[::1]:7000", "10.0.0.1:17687"], table.Routers.Select(address => address.ToString()));
        Assert.Equal(["a:1", "xn--n-nga1b.example:1"], table.Readers.Select(address => address.ToString()));
        Assert.Empty(table.Writers);
    }

    [Fact]
    public async Task OfTenThousandServersAHundredAreKeptAndOneIsAsked()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.A.Table = FakeMember.TableOf(
            [cluster.A.Address],
            Enumerable.Range(0, 10_000).Select(number => $"server-{number}:7687").Prepend(cluster.B.Address),
            [cluster.A.Address]);
        Assert.Equal(100, RoutingTable.Of(cluster.A.Table).Readers.Count);

        await client.RunAsync(new("CREATE (n)") { Access = AccessMode.Write }, NoRows.Instance);

        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 1, Closed: 0), client.Connections);
    }

    public static TheoryData<string, object?> Malformed => new()
    {
        { "the routing table lists no servers", null },
        { "the routing table lists no servers", 7L },
        { "the routing table lists no servers", new Dictionary<string, object?> { ["ttl"] = 300L } },
        { "the routing table lists no servers", new Dictionary<string, object?> { ["ttl"] = 300L, ["servers"] = "all" } },
        { "the routing table does not say how long it is good for", new Dictionary<string, object?> { ["ttl"] = "long", ["servers"] = new List<object?>() } },
        { "names no server", FakeMember.TableOf([], [], []) },
        { "names no server", new Dictionary<string, object?> { ["ttl"] = 300L, ["servers"] = new List<object?> { 1L, null, FakeMember.Role("LEAD", ["a:1"]) } } },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task ATableThatIsNoneIsToldAndAnotherRouterIsAskedWhereThereIsOne(string sentence, object? table)
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        var sound = cluster.A.Table;
        cluster.A.Table = table;

        Assert.Contains(sentence, (await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance))).Message);

        cluster.A.Table = sound;
        await cluster.ReadAsync(client);
        cluster.A.Table = table;
        cluster.Time.Jump(TimeSpan.FromSeconds(601));
        await cluster.ReadAsync(client);
        Assert.Equal(1, cluster.B.Routed);
    }

    [Fact]
    public async Task ATableThatIsPastItsTimeIsAskedForAnewWhileTheOldOneIsFollowed()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.Tell(readers: [cluster.B]);
        Assert.Same(cluster.B, await cluster.ReadAsync(client));
        cluster.Tell(readers: [cluster.C]);
        var answer = new TaskCompletionSource();
        cluster.A.RouteGate = answer.Task;

        cluster.Time.Jump(TimeSpan.FromSeconds(299));
        Assert.Same(cluster.B, await cluster.ReadAsync(client));
        Assert.Equal(1, cluster.Routed);
        cluster.Time.Jump(TimeSpan.FromSeconds(2));
        Assert.Same(cluster.B, await cluster.ReadAsync(client));
        await PlayedCluster.UntilAsync(() => cluster.Routed == 2);
        answer.SetResult();

        await PlayedCluster.UntilAsync(() => cluster.ReadAsync(client).Result == cluster.C);
        Assert.Equal(2, cluster.Routed);
    }

    [Fact]
    public async Task ATableOfLongAgoIsNotFollowedBeforeANewOneIsThere()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.Tell(readers: [cluster.B]);
        await cluster.ReadAsync(client);
        cluster.Tell(readers: [cluster.C]);

        cluster.Time.Jump(TimeSpan.FromHours(1));

        Assert.Same(cluster.C, await cluster.ReadAsync(client));
    }

    [Fact]
    public async Task WhereNoRouterAnswersAnyMoreTheServersOfTheOldTableAreAskedStill()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.Tell(routers: [cluster.A]);
        await cluster.ReadAsync(client);
        await cluster.A.StopAsync();

        cluster.Time.Jump(TimeSpan.FromHours(1));

        Assert.NotSame(cluster.A, await cluster.ReadAsync(client));
    }

    [Fact]
    public async Task RoutersThatCannotTellAreNotAskedBeforeEachStatement()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.Tell(routers: [cluster.A]);
        await cluster.ReadAsync(client);
        cluster.A.Table = "Neo.TransientError.General.DatabaseUnavailable";

        cluster.Time.Jump(TimeSpan.FromHours(1));
        for (var i = 0; i < 5; i++)
            Assert.NotSame(cluster.A, await cluster.ReadAsync(client));

        // As a router of the table and as the way in, once; a machine that is very busy may be asked a second time.
        Assert.InRange(cluster.Routed, 3, 5);
    }

    [Fact]
    public async Task TheNameThatAPersonGaveIsResolvedAgainWhenTheKnownRoutersAreGone()
    {
        await using var first = new FakeMember();
        await using var second = new FakeMember(at: new IPEndPoint(IPAddress.Parse("127.0.0.2"), first.Endpoint.Port));
        first.Table = FakeMember.TableOf([first.Address], [first.Address], [first.Address]);
        second.Table = FakeMember.TableOf([second.Address], [second.Address], [second.Address]);
        var resolved = new List<IPAddress> { first.Endpoint.Address };
        await using var client = new BoltClient(first.Settings with
        {
            Address = new("cluster.example", first.Endpoint.Port),
            Resolve = (name, _) => Task.FromResult(name == "cluster.example" ? resolved.ToArray() : []),
            ReadRetryTime = TimeSpan.FromSeconds(60),
        });
        await client.RunAsync(Read, NoRows.Instance);

        await first.StopAsync();
        resolved.Add(second.Endpoint.Address);
        var rows = new RowList();
        await client.RunAsync(Read, rows);

        Assert.Equal(second.Address, rows.Value);
        Assert.Equal($"cluster.example:{first.Endpoint.Port}", ((Dictionary<string, object?>)second.Routing.First()!)["address"]);
    }

    [Fact]
    public async Task ANameThatIsResolvedTooSlowlyIsTold()
    {
        await using var cluster = new PlayedCluster();
        await using var client = new BoltClient(cluster.A.Settings with
        {
            Address = new("cluster.example", 7687),
            Resolve = (_, _) => new TaskCompletionSource<IPAddress[]>().Task,
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
        });

        var slow = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance));

        Assert.Equal(
            "The name of the database at cluster.example:7687 was not resolved within 0.05 seconds; see that the name server answers, or write the server's number.",
            slow.Message);
        Assert.True(slow.IsTransient);
    }

    [Fact]
    public async Task AnEntryWhoseNameHasNoAddressIsTold()
    {
        await using var cluster = new PlayedCluster();
        await using var client = new BoltClient(cluster.A.Settings with
        {
            Address = new("cluster.example", 7687),
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([]),
        });

        Assert.Equal(
            "The database at cluster.example:7687 cannot be reached (the name is unknown); see that the server runs and that the address is its Bolt port.",
            (await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance))).Message);
    }

    [Fact]
    public async Task AServerIsAskedUnderTheNameOfTheTableAtWhicheverOfItsAddressesItListens()
    {
        await using var server = new FakeMember();
        server.Table = FakeMember.TableOf(["inside.example:" + server.Endpoint.Port], ["inside.example:" + server.Endpoint.Port], []);
        await using var client = new BoltClient(server.Settings with
        {
            ConnectTimeout = TimeSpan.FromSeconds(30),
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Parse("127.0.0.3"), server.Endpoint.Address]),
        });
        var rows = new RowList();

        await client.RunAsync(Read, rows);

        Assert.Equal(server.Address, rows.Value);
    }

    [Fact]
    public async Task ATableThatNamesServersByAddressesThatLeadNowhereIsExplained()
    {
        await using var server = new FakeMember();
        server.Table = FakeMember.TableOf(["inside.example:1"], ["inside.example:1"], ["inside.example:1"]);
        await using var client = new BoltClient(server.Settings with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([]) });

        var lost = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance));

        Assert.Equal(
            $"The database at inside.example:1 cannot be reached (the name is unknown); the routing table of {server.Address} names it so. See that the server "
            + "runs and that the address which it tells (server.bolt.advertised_address) leads to it from here, or use bolt:// in place of neo4j:// to ask "
            + $"{server.Address} alone.",
            lost.Message);
    }

    [Theory]
    [InlineData(
        "Neo.ClientError.Request.Invalid",
        "The server at {0} gives no routing table: words of the server. For a single server that knows no routing use bolt:// in place of neo4j://.")]
    [InlineData(
        "Neo.ClientError.Database.DatabaseNotFound",
        "The server at {0} has no database people: words of the server. Name one that SHOW DATABASES lists at the end of the address (bolt://host:7687/neo4j).")]
    [InlineData(
        "Neo.ClientError.Security.Forbidden",
        "The database at {0} does not allow this to be written: words of the server. Use a user that may write, and a database that is not read-only.")]
    [InlineData("Neo.DatabaseError.General.UnknownError", "The database at {0} reports Neo.DatabaseError.General.UnknownError: words of the server. Its log may say more.")]
    public async Task ARefusalOfTheTableIsToldOnce(string code, string sentence)
    {
        await using var server = new FakeMember { Table = code };
        await using var client = new BoltClient(server.Settings with { Database = "people", ReadRetryTime = TimeSpan.FromSeconds(60) });

        var refused = await Assert.ThrowsAsync<DatabaseException>(() => client.RunAsync(Read, NoRows.Instance));

        Assert.Equal(string.Format(null, sentence, server.Address), refused.Message);
        Assert.Equal(1, server.Routed);
    }
}
