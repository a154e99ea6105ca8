using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.Routing;

namespace Graph.Stores.Neo4j.Tests.Bolt.Routing;

/// <summary>Who of a healthy cluster is asked what.</summary>
public sealed class HealthyClusters
{
    [Fact]
    public async Task ReadsGoToTheReadersInTurnAndWritesToTheLeader()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();

        var readers = new List<FakeMember>();
        for (var i = 0; i < 4; i++)
            readers.Add(await cluster.ReadAsync(client));

        Assert.Equal([2, 2], readers.CountBy(member => member.Address).Select(count => count.Value));
        Assert.DoesNotContain(cluster.A, readers);
        Assert.Same(cluster.A, await cluster.WriteAsync(client));
        Assert.Equal(1, cluster.Routed);
        Assert.All(cluster.B.Begun, scope => Assert.Equal("r", scope["mode"]));
        Assert.DoesNotContain("mode", Assert.Single(cluster.A.Begun).Keys);
    }

    [Fact]
    public async Task OfTheReadersTheOneThatTheFewestAskIsAsked()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        var answer = new TaskCompletionSource();
        cluster.B.Gate = cluster.C.Gate = answer.Task;

        var reads = Enumerable.Range(0, 30).Select(_ => Task.Run(() => cluster.ReadAsync(client))).ToList();
        await PlayedCluster.UntilAsync(() => cluster.B.Statements.Count + cluster.C.Statements.Count == 30);
        Assert.Equal((15, 15), (cluster.B.Statements.Count, cluster.C.Statements.Count));

        // One of them is free again, and takes all that comes while the other is held up.
        cluster.B.Gate = Task.CompletedTask;
        answer.SetResult();
        await Task.WhenAll(reads);
        var slow = new TaskCompletionSource();
        cluster.C.Gate = slow.Task;
        var held = new List<Task>();
        while (cluster.C.Statements.Count == 15)
        {
            held.Add(cluster.ReadAsync(client));
            await PlayedCluster.UntilAsync(() => cluster.C.Statements.Count > 15 || held[^1].IsCompleted);
        }

        for (var i = 0; i < 5; i++)
            Assert.Same(cluster.B, await cluster.ReadAsync(client));
        slow.SetResult();
        await Task.WhenAll(held);
    }

    [Fact]
    public async Task WhoHasChosenAReaderCountsBeforeTheyHaveAConnection()
    {
        await using var played = new PlayedCluster();
        await using var cluster = new Cluster(played.A.Settings with { GreetingTimeout = TimeSpan.FromSeconds(30) }, played.Time, new Bookmarks());

        var first = await cluster.ChooseAsync(AccessMode.Read, default);
        var second = await cluster.ChooseAsync(AccessMode.Read, default);
        var third = await cluster.ChooseAsync(AccessMode.Read, default);
        Assert.NotSame(first.Pool, second.Pool);
        Assert.Same(first.Pool, third.Pool);

        // One asks the second and two ask the first; then nobody asks the first.
        first.Pool.EndAttempt();
        third.Pool.EndAttempt();
        Assert.Same(first.Pool, (await cluster.ChooseAsync(AccessMode.Read, default)).Pool);
        second.Pool.EndAttempt();
        Assert.Same(second.Pool, (await cluster.ChooseAsync(AccessMode.Read, default)).Pool);
        Assert.Equal((1, 1), (first.Pool.Attempts, second.Pool.Attempts));
        Assert.Equal(default, cluster.Connections);
    }

    [Fact]
    public async Task HELLOAndROUTETellHowTheClusterWasEntered()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect(settings => settings with { Database = "people", Policy = "eu" });

        await cluster.ReadAsync(client);

        var context = new Dictionary<string, object?> { ["address"] = cluster.A.Address, ["policy"] = "eu" };
        Assert.Equal([context, new List<object?> { context, new List<object?>(), new Dictionary<string, object?> { ["db"] = "people" } }], cluster.A.Routing);
        Assert.Equal([context], cluster.B.Routing.Concat(cluster.C.Routing));
        Assert.Equal("people", Assert.Single(cluster.B.Begun.Concat(cluster.C.Begun))["db"]);
    }

    [Fact]
    public async Task ADatabaseThatNobodyNamedIsTheOneOfTheTable()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();

        await cluster.ReadAsync(client);

        Assert.Empty((Dictionary<string, object?>)((List<object?>)cluster.A.Routing.Last()!)[2]!);
        Assert.Equal("neo4j", Assert.Single(cluster.B.Begun.Concat(cluster.C.Begun))["db"]);
    }

    [Fact]
    public async Task AllWhoNeedATableWaitForOne()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        var answer = new TaskCompletionSource();
        cluster.A.RouteGate = answer.Task;

        var asked = Enumerable.Range(0, 20).Select(_ => cluster.ReadAsync(client)).ToList();
        await PlayedCluster.UntilAsync(() => cluster.A.Routed == 1);
        using var impatient = new CancellationTokenSource();
        var cancelled = client.RunAsync(new("RETURN 1"), new RowList(), impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        answer.SetResult();
        await Task.WhenAll(asked);

        Assert.Equal(1, cluster.Routed);
    }

    [Fact]
    public async Task ServersOfSeveralVersionsOfBoltTakePartAndOneThatIsTooOldIsPassedOver()
    {
        await using var old = new FakeMember(4, 4);
        await using var middle = new FakeMember(5, 0);
        await using var latest = new FakeMember(5, 8);
        await using var ancient = new FakeMember(0, 0);
        old.Table = FakeMember.TableOf([latest.Address], [middle.Address, latest.Address, ancient.Address], [old.Address], database: null);
        await using var client = new BoltClient(old.Settings);
        var rows = new RowList();

        for (var i = 0; i < 4; i++)
            await client.RunAsync(new("RETURN 1"), rows);
        await client.RunAsync(new("CREATE (n)") { Access = AccessMode.Write }, rows);

        var reads = rows.Rows.Take(4).Select(row => (string)row[0]!).ToList();
        Assert.Equal(new[] { middle.Address, latest.Address }.Order(), reads.Distinct().Order());
        Assert.Equal(old.Address, rows.Rows[^1][0]);
        Assert.DoesNotContain("db", middle.Begun.First().Keys);
    }

    [Fact]
    public async Task EveryServerOfAnEncryptedClusterIsSpokenToInTLS()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
        await using var router = new FakeMember { Certificate = certificate };
        await using var reader = new FakeMember { Certificate = certificate };
        router.Table = FakeMember.TableOf([router.Address], [reader.Address], [router.Address]);
        var settings = router.Settings with { GreetingTimeout = TimeSpan.FromSeconds(60) };
        await using var client = new BoltClient(settings with { Encryption = BoltEncryption.AnyCertificate });
        await using var careful = new BoltClient(settings with { Encryption = BoltEncryption.Trusted });
        var rows = new RowList();

        await client.RunAsync(new("RETURN 1"), rows);
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => careful.RunAsync(new("RETURN 1"), rows));

        Assert.Equal(reader.Address, rows.Value);
        Assert.EndsWith("; use neo4j:// for a server without TLS, or neo4j+ssc:// to accept a certificate that nobody vouches for.", refused.Message);
    }

    [Fact]
    public async Task AServerThatIsAloneTellsOfItself()
    {
        await using var single = new FakeMember();
        single.Table = FakeMember.TableOf([single.Address], [single.Address], [single.Address]);
        await using var client = new BoltClient(single.Settings);
        var rows = new RowList();

        await client.RunAsync(new("CREATE (n)") { Access = AccessMode.Write }, rows);
        await client.RunAsync(new("RETURN 1"), rows);

        Assert.Equal(2, rows.Rows.Count);
        Assert.True((await client.PingAsync()).IsReady);
        Assert.Equal(1, single.Routed);
    }

    [Fact]
    public async Task ConnectionsToAServerThatTakesNoPartAnyMoreAreClosedAtOnceWhenIdleAndWhenGivenBackOtherwise()
    {
        await using var cluster = new PlayedCluster();
        await using var client = cluster.Connect();
        cluster.Tell(readers: [cluster.C]);
        await cluster.ReadAsync(client);
        var answer = new TaskCompletionSource();
        cluster.C.Gate = answer.Task;
        var held = cluster.ReadAsync(client);
        await PlayedCluster.UntilAsync(() => cluster.C.Statements.Count == 2);
        cluster.C.Gate = Task.CompletedTask;
        await cluster.ReadAsync(client);
        Assert.Equal(2, cluster.C.Open);

        cluster.Tell(readers: [cluster.B]);
        cluster.Time.Jump(TimeSpan.FromSeconds(301));
        await PlayedCluster.UntilAsync(() => cluster.ReadAsync(client).Result == cluster.B);

        await PlayedCluster.UntilAsync(() => cluster.C.Open == 1);
        answer.SetResult();
        await held;
        await PlayedCluster.UntilAsync(() => cluster.C.Open == 0);
        Assert.Equal(client.Connections.Created - client.Connections.Closed, client.Connections.Idle);
    }
}
