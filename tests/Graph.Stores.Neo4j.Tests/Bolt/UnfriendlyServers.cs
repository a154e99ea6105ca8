using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>Each way in which a server can be away or wrong, and the sentence that tells a person.</summary>
public sealed class UnfriendlyServers
{
    [Fact]
    public async Task NobodyListens()
    {
        BoltSettings settings;
        await using (var server = new FakeServer(peer => Task.CompletedTask))
            settings = server.Settings;

        await AssertHealthAsync(
            settings,
            DatabaseErrorKind.Unavailable,
            $"The database at {settings.Address} cannot be reached (nothing listens there); see that the server runs and that the address is its Bolt port.");
    }

    [Fact]
    public async Task TheNameIsUnknown()
    {
        var settings = new BoltSettings
        {
            Address = new BoltAddress("no-such-host.invalid", 7687),
            Credentials = BoltCredentials.Of(BoltAuthentication.None)
        };
        await AssertHealthAsync(
            settings,
            DatabaseErrorKind.Unavailable,
            "The database at no-such-host.invalid:7687 cannot be reached (the name is unknown); see that the server runs and that the address is its Bolt port.");
    }

    [Fact]
    public async Task TheServerAcceptsAndSaysNothing()
    {
        await using var server = new FakeServer(peer => Task.Delay(Timeout.Infinite, peer.Stopped));
        await AssertHealthAsync(
            server.Settings with { GreetingTimeout = TimeSpan.FromMilliseconds(50) },
            DatabaseErrorKind.Unavailable,
            $"The database at {server.Settings.Address} did not answer within 0.05 seconds; see that the server runs and that nothing on the way blocks the "
            + "port.");
    }

    [Fact]
    public async Task TheServerGreetsLongAfterItWasReached()
    {
        await using var server = new FakeServer(async peer =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), peer.Stopped);
            await peer.GreetAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { ConnectTimeout = TimeSpan.FromMilliseconds(900) });
        Assert.True((await client.PingAsync()).IsReady);
    }

    [Fact]
    public async Task TheServerClosesHalfWayThroughTheGreeting()
    {
        await using var server = new FakeServer(peer => peer.ShakeHandsAsync());
        await AssertHealthAsync(
            server.Settings,
            DatabaseErrorKind.Unavailable,
            $"The connection to the database at {server.Settings.Address} was lost (the server closed it); it is opened again by itself when the server is back.");
    }

    [Fact]
    public async Task TheServerIsTooOld()
    {
        await using var server = new FakeServer(peer => peer.ShakeHandsAsync(0, 0));
        await AssertHealthAsync(
            server.Settings,
            DatabaseErrorKind.ProtocolTooOld,
            $"The database at {server.Settings.Address} speaks no version of Bolt from 4.4 to 5.8; upgrade it to Neo4j 4.4 or later (5.26 LTS is recommended).");
    }

    [Fact]
    public async Task TheServerChoosesAVersionThatWasNotProposed()
    {
        await using var server = new FakeServer(peer => peer.ShakeHandsAsync(6, 1));
        await AssertHealthAsync(
            server.Settings,
            DatabaseErrorKind.ProtocolBroken,
            "What the server sent is not Bolt as specified: the answer 00000106 to the handshake is no version that was proposed; see that the address is the "
            + "Bolt port (7687 unless configured) of a Neo4j server.");
    }

    [Fact]
    public async Task TheServerSpeaksHTTP()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.SendRawAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await AssertHealthAsync(
            server.Settings,
            DatabaseErrorKind.ProtocolBroken,
            $"The server at {server.Settings.Address} speaks HTTP and not Bolt; use the Bolt port of Neo4j (7687 unless configured) instead of its HTTP port.");
    }

    [Fact]
    public async Task TheServerSpeaksGarbage()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.ShakeHandsAsync();
            await peer.SendRawAsync(Bytes.Of("00 03 B1 99 C0 00 00"));
            await Task.Delay(Timeout.Infinite, peer.Stopped);
        });
        await AssertHealthAsync(
            server.Settings,
            DatabaseErrorKind.ProtocolBroken,
            "What the server sent is not Bolt as specified: a message begins with 99; see that the address is the Bolt port (7687 unless configured) of a Neo4j "
            + "server.");
    }

    [Fact]
    public async Task ThePasswordIsWrong()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.ShakeHandsAsync();
            await peer.ExpectAsync(0x01);
            await peer.ExpectAsync(0x6A);
            await peer.SucceedAsync(("server", "Neo4j/5.26.0"));
            await peer.FailAsync("Neo.ClientError.Security.Unauthorized", "The client is unauthorized due to authentication failure.");
        });
        await AssertHealthAsync(
            server.Settings,
            DatabaseErrorKind.Unauthorized,
            $"The database at {server.Settings.Address} refuses the user neo4j: The client is unauthorized due to authentication failure. Set NEO4J_USERNAME and "
            + "NEO4J_PASSWORD to a user it knows.");
    }

    [Fact]
    public async Task TheServerDoesNotSpeakTLS()
    {
        await using var server = new FakeServer(peer => peer.SendRawAsync([0, 0, 0, 0, 0, 0, 0, 0]));
        await using var client = new BoltClient(server.Settings with { Encryption = BoltEncryption.Trusted });

        var health = await client.PingAsync();

        Assert.Equal(DatabaseErrorKind.Unavailable, health.Error);
        Assert.StartsWith($"The database at {server.Settings.Address} does not speak TLS as asked for (", health.Sentence);
        Assert.EndsWith("; use bolt:// for a server without TLS, or bolt+ssc:// to accept a certificate that nobody vouches for.", health.Sentence);
    }

    [Fact]
    public async Task ACertificateThatNobodyVouchesForIsRefusedUnlessAnyWillDo()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var server = new FakeServer(async peer =>
        {
            await using var encrypted = new SslStream(peer.Stream);
            try
            {
                await encrypted.AuthenticateAsServerAsync(certificate);
            }
            catch (System.Security.Authentication.AuthenticationException exception)
            {
                throw new IOException("The client left.", exception);
            }

            using var inner = new FakePeer(encrypted, peer.Stopped);
            await inner.GreetAsync();
            await inner.ServeAsync();
        });

        await using (var careful = new BoltClient(server.Settings with { Encryption = BoltEncryption.Trusted }))
            Assert.Equal(DatabaseErrorKind.Unavailable, (await careful.PingAsync()).Error);
        await using var trusting = new BoltClient(server.Settings with { Encryption = BoltEncryption.AnyCertificate });
        for (var i = 0; i < 3; i++)
            Assert.True((await trusting.PingAsync()).IsReady);
        Assert.Equal(1, trusting.Connections.Created);
    }

    [Fact]
    public async Task IdleConnectionsThatTheServerHasClosedAreNotUsed()
    {
        var close = new TaskCompletionSource();
        var closed = new TaskCompletionSource();
        await using var server = new FakeServer(
            async peer =>
            {
                await peer.GreetAsync();
                await peer.ExpectStatementAsync();
                await peer.AnswerAsync(1);
                await close.Task;
                peer.Stream.Close();
                closed.SetResult();
            },
            async peer =>
            {
                await peer.GreetAsync();
                await peer.ServeAsync();
            });
        await using var client = new BoltClient(server.Settings);
        var write = new Statement("CREATE (n)") { Access = AccessMode.Write };

        await client.RunAsync(write, NoRows.Instance);
        close.SetResult();
        await closed.Task;
        await client.RunAsync(write, NoRows.Instance);

        Assert.Equal(new BoltPoolCounts(InUse: 0, Idle: 1, Created: 2, Closed: 1), client.Connections);
    }

    [Fact]
    public async Task AConnectionThatWasIdleForLongMustGiveASignOfLife()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.AnswerAsync(1);
            await peer.ExpectAsync(0x0F);
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { LivenessAfter = TimeSpan.Zero });

        Assert.True((await client.PingAsync()).IsReady);
        Assert.True((await client.PingAsync()).IsReady);

        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task AConnectionThatIsTooOldIsReplaced()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { MaximumAge = TimeSpan.Zero });

        await client.PingAsync();
        await client.PingAsync();

        Assert.Equal(2, server.Accepted);
        Assert.Equal(0, client.Connections.Idle);
    }

    [Fact]
    public async Task AnExpiredAuthorizationMakesTheConnectionLogOnAgain()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.FailAsync("Neo.ClientError.Security.AuthorizationExpired", "expired");
            await peer.IgnoreAsync();
            await peer.ExpectAsync(0x0F);
            await peer.SucceedAsync();
            await peer.ExpectAsync(0x6B);
            await peer.ExpectAsync(0x6A);
            await peer.SucceedAsync();
            await peer.SucceedAsync();
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings with { ReadRetryTime = TimeSpan.FromSeconds(10) });
        var rows = new RowList();

        await client.RunAsync(new Statement("RETURN 1"), rows);

        Assert.Equal(1L, rows.Value);
        Assert.Equal(1, server.Accepted);
    }

    private static async Task AssertHealthAsync(BoltSettings settings, DatabaseErrorKind kind, string sentence)
    {
        await using var client = new BoltClient(settings);
        var health = await client.PingAsync();
        Assert.False(health.IsReady);
        Assert.Equal(sentence, health.Sentence);
        Assert.Equal(kind, health.Error);
        Assert.Equal(0, client.Connections.InUse + client.Connections.Idle);
    }
}
