namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>What becomes of connections over which nothing comes, by a clock that the test sets on.</summary>
public sealed class SilenceOverWebSocket : IAsyncLifetime
{
    private const string Ping = """{"type":"ping"}""", Silent = "subscription { silent }";

    private static readonly TimeSpan ToInitialise = TimeSpan.FromSeconds(30), BetweenPings = new HttpLimits().KeepAliveInterval;

    private readonly HandTime time = new();
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync(time: time);

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task ClosesWhoHasNotInitialisedInHalfAMinute()
    {
        await using var quiet = await WithoutPingsAsync();
        using var socket = await TestSocket.ConnectAsync(quiet.Url);
        await time.IsAwaitedAsync(ToInitialise);
        time.Advance(ToInitialise - TimeSpan.FromMilliseconds(1));
        await AnswersAsync(socket);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await socket.AssertClosedAsync(4408, "Connection initialisation timeout");
    }

    [Fact]
    public async Task LeavesAloneWhoHasInitialised()
    {
        await using var quiet = await WithoutPingsAsync();
        using var socket = await TestSocket.BeginAsync(quiet.Url);
        await time.PassAsync(ToInitialise);
        await AnswersAsync(socket);
    }

    [Fact]
    public async Task BreaksOffAfterThreePingsWithoutAMessage()
    {
        using var socket = await TestSocket.BeginAsync(server.Url);
        await socket.SubscribeAsync("1", Silent);
        await server.Listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        for (var pings = 0; pings < 3; pings++)
        {
            await time.PassAsync(BetweenPings);
            Assert.Equal(Ping, await socket.NextAsync());
        }

        Assert.False(server.Canceled.Task.IsCompleted);
        await time.PassAsync(BetweenPings);
        await socket.AssertBrokenOffAsync();
        // Whoever is followed for nobody is let go of.
        await server.Canceled.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("""{"type":"pong"}""")]
    [InlineData("""{"id":"never begun","type":"complete"}""")]
    public async Task KeepsWhoSendsAnything(string message)
    {
        using var socket = await TestSocket.BeginAsync(server.Url);
        await socket.SubscribeAsync("1", Silent);
        await server.Listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        for (var pings = 0; pings < 40; pings++) await PingAsync(socket, message);
        Assert.False(server.Canceled.Task.IsCompleted);
    }

    [Fact]
    public async Task ClosesAfterFiveMinutesInWhichNothingWasAsked()
    {
        using var socket = await TestSocket.BeginAsync(server.Url);
        for (var pings = 0; pings < 20; pings++) await PingAsync(socket);
        await socket.SubscribeAsync("q", "{ hello }");
        Assert.Contains("Hello you", await socket.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("""{"id":"q","type":"complete"}""", await socket.NextAsync());
        for (var pings = 0; pings < 25; pings++) await PingAsync(socket);
        await time.PassAsync(BetweenPings);
        await socket.AssertClosedAsync(1000, "Nothing was asked for long; connect again when there is something to ask.");
    }

    [Fact]
    public async Task CountsTheFiveMinutesFromTheEndOfASubscription()
    {
        using var socket = await TestSocket.BeginAsync(server.Url);
        await socket.SubscribeAsync("1", Silent);
        await server.Listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        for (var pings = 0; pings < 30; pings++) await PingAsync(socket);
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await server.Canceled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        for (var pings = 0; pings < 25; pings++) await PingAsync(socket);
        await time.PassAsync(BetweenPings);
        await socket.AssertClosedAsync(1000, "Nothing was asked for long");
    }

    [Fact]
    public async Task ClosesForWhoMayListenNoLonger()
    {
        var asked = 0;
        await using var another = await TestServer.StartAsync(
            options => options.EndsStream = _ => asked++ < 2
                ? null
                : new("Your key was taken back.") { Extensions = new Dictionary<string, object?> { ["code"] = "UNAUTHENTICATED" } },
            time: time);
        using var socket = await TestSocket.BeginAsync(another.Url);
        for (var pings = 0; pings < 2; pings++) await PingAsync(socket);
        await time.PassAsync(BetweenPings);
        await socket.AssertClosedAsync(4401, "Your key was taken back.");
    }

    /// <summary>A ping comes and is answered, and the answer has been read.</summary>
    private async Task PingAsync(TestSocket socket, string answer = """{"type":"pong"}""")
    {
        await time.PassAsync(BetweenPings);
        Assert.Equal(Ping, await socket.NextAsync());
        await socket.SendAsync(answer);
        await AnswersAsync(socket);
    }

    private Task<TestServer> WithoutPingsAsync() =>
        TestServer.StartAsync(options => options.Limits = new() { KeepAliveInterval = TimeSpan.FromHours(1) }, time: time);

    private static async Task AnswersAsync(TestSocket socket)
    {
        await socket.SendAsync(Ping);
        Assert.Equal("""{"type":"pong"}""", await socket.NextAsync());
    }
}
