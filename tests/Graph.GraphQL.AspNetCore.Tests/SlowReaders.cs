using System.Diagnostics;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>Clients that ask for much and do not read it.</summary>
public sealed class SlowReaders
{
    // More than the buffers of two sockets take, so that the server has to wait.
    private const int Bytes = 20_000_000;

    private const string Long = "{ long(times: 20000000) }";

    private static readonly string Body = $$"""{"query":"{{Long}}"}""";

    [Theory]
    [InlineData("")]
    [InlineData("Accept: text/event-stream\r\n")]
    public async Task AClientThatStandsStillIsLeft(string headers)
    {
        await using var server = await TestServer.StartAsync(options => options.Limits = new() { ReadTimeout = TimeSpan.FromMilliseconds(300) });
        using var connection = await RawConnection.OpenAsync(server, receiveBufferBytes: 4_096);
        await connection.SendPostAsync(Body, headers);
        await server.LoggedAsync("the connection was ended because the client stood still");
        Assert.True((await connection.ReadToEndAsync()).Length < Bytes);
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AClientThatReadsOnGetsItsAnswerWhole()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits = new() { ReadTimeout = TimeSpan.FromSeconds(5) });
        Assert.Equal(Bytes + """{"data":{"long":""}}""".Length, (await server.AskAsync(Long)).Body.Length);
    }

    [Fact]
    public async Task ThoseThatWaitGiveWayToThoseThatRead()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits = new() { MaxUnreadBytes = Bytes * 5 / 2 });
        var idle = new List<RawConnection>();
        for (var i = 0; i < 2; i++)
        {
            idle.Add(await RawConnection.OpenAsync(server, receiveBufferBytes: 4_096));
            await idle[i].SendPostAsync(Body);
            Assert.Equal("HTTP/1.1 200", await idle[i].ReadStatusAsync());
        }

        // For a second a client that takes nothing may still be an honest one.
        var clock = Stopwatch.StartNew();
        TestServer.Answer answer;
        while ((answer = await server.AskAsync(Long)).Status == 503 && clock.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(100);
        Assert.Equal(200, answer.Status);
        await server.LoggedAsync("the client read slowly while others waited");
        idle.ForEach(connection => connection.Dispose());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("text/event-stream")]
    public async Task AnAnswerThatFindsNoMemoryWhileItIsMadeIsRefusedForNow(string accept)
    {
        await using var server = await TestServer.StartAsync(
            options => options.Executor = options.Executor with { Limits = new() { MaxUnsentBytes = Bytes / 2 } });
        var answer = await server.AskAsync(Long, accept: accept);
        Assert.Equal((503, "2"), (answer.Status, answer.Headers["Retry-After"]));
        Assert.Contains("\"code\":\"SERVER_BUSY\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(200, (await server.AskAsync("{ hello }", accept: accept)).Status);
    }

    [Fact]
    public async Task AnAnswerForWhichThereIsNoRoomIsRefusedForNow()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits = new() { MaxUnreadBytes = Bytes / 2 });
        var answer = await server.AskAsync(Long);
        Assert.Equal(
            (503, """{"errors":[{"message":"Other clients have not yet read their answers, and there is no room left for this one; ask again in a few seconds, or for less at once.","extensions":{"code":"SERVER_BUSY"}}]}"""),
            (answer.Status, answer.Body));
        Assert.Equal("2", answer.Headers["Retry-After"]);
        Assert.Equal(200, (await server.AskAsync("{ hello }")).Status);
    }
}
