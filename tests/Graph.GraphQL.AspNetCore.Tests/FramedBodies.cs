namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>Bodies that HTTP itself does not allow: the client's fault, and no line at the level of errors.</summary>
public sealed class FramedBodies
{
    private const string Head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\n{\"query\":\"{ hello }\"}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Content-Length: abc\r\n\r\n{\"query\":\"{ hello }\"}")]
    [InlineData("Content-Length: -1\r\n\r\n{\"query\":\"{ hello }\"}")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\n{\"query\":\"{ hello }\"}")]
    public async Task ABodyThatIsNotFramedAsToldIsRefusedAsTheClientsFault(string rest)
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(Head + rest);
        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        NothingIsLoggedAsAFault(server);
    }

    [Fact]
    public async Task BadChunksAreToldInASentence()
    {
        await using var server = await TestServer.StartAsync();
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(Head + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n");
        Assert.Contains(
            "The request body ended early, or its chunks are not what HTTP allows; send it with its Content-Length, or in chunks of the right form.",
            await connection.ReadToEndAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AClientThatBreaksOffWithinItsBodyIsNobodysFault(bool roughly)
    {
        await using var server = await TestServer.StartAsync();
        for (var times = 0; times < 5; times++)
        {
            using var connection = await RawConnection.OpenAsync(server);
            await connection.SendAsync(Head + "Content-Length: 500\r\n\r\n{\"query\":");
            await Task.Delay(20);
            if (roughly) connection.Reset();
            else connection.EndSending();
        }

        Assert.Equal(200, (await server.AskAsync("{ hello }")).Status);
        NothingIsLoggedAsAFault(server);
    }

    [Fact]
    public async Task ABodyThatComesTooSlowlyIsEnded()
    {
        await using var server = await TestServer.StartAsync(
            kestrel: limits => limits.MinRequestBodyDataRate = new(10_000, TimeSpan.FromSeconds(1.5)));
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(Head + "Content-Length: 500\r\n\r\n{\"query\":");
        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("The request body came too slowly; send it again at once.", answer, StringComparison.Ordinal);
        NothingIsLoggedAsAFault(server);
    }

    [Fact]
    public async Task VeryLongLinesAndManyHeadersAreRefusedBeforeAnythingIsRead()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(414, (await server.GetAsync("?query=" + new string('x', 10_000))).Status);
        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(Head + string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n")) + "\r\n");
        Assert.StartsWith("HTTP/1.1 431 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        NothingIsLoggedAsAFault(server);
    }

    private static void NothingIsLoggedAsAFault(TestServer server)
    {
        lock (server.Log)
            Assert.DoesNotContain(
                server.Log,
                line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Warning", StringComparison.Ordinal));
    }
}
