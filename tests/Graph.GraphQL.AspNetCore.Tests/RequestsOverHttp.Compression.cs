namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>Bodies that are compressed, or say that they are.</summary>
public sealed partial class RequestsOverHttp
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task ACompressedBodyIsRead(string coding)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, Compressed("""{"query":"{ hello }"}"""u8, coding), coding);
        Assert.Equal((200, """{"data":{"hello":"Hello you"}}"""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task ACompressedBodyIsBoundedByWhatItHolds(string coding)
    {
        await using var server = await TestServer.StartAsync();
        var bomb = Compressed(new byte[50_000_000], coding);
        Assert.True(bomb.Length < 100_000);
        var answer = await SendAsync(server, bomb, coding);
        Assert.Equal((413, "The request body is larger than 1000000 bytes; send less at once."), (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("gzip", "The request body is not gzip, although its Content-Encoding says so; compress it as it says, or send it uncompressed.")]
    [InlineData("br", "The request body is not br, although its Content-Encoding says so; compress it as it says, or send it uncompressed.")]
    [InlineData(
        "deflate",
        "The request body is not deflate, although its Content-Encoding says so; compress it as it says, or send it uncompressed.")]
    public async Task ABodyThatIsNotCompressedAsItSaysIsToldSo(string coding, string message)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, [.. Enumerable.Repeat((byte)0xFF, 100)], coding);
        Assert.Equal((400, message), (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("gzip", 8)]
    [InlineData("gzip", 9)]
    [InlineData("deflate", 4)]
    [InlineData("br", 1)]
    public async Task ACompressedBodyThatBreaksOffIsRefusedThoughAllOfItsTextIsThere(string coding, int missing)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, Compressed("""{"query":"{ hello }"}"""u8, coding)[..^missing], coding);
        Assert.Equal(
            (400, $"The request body is not {coding}, although its Content-Encoding says so; compress it as it says, or send it uncompressed."),
            (answer.Status, Message(answer.Body)));
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task ACodingThatIsNotReadIsToldWhichAre(string coding)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await SendAsync(server, [1, 2, 3], coding);
        Assert.Equal(
            (415, "gzip, br, deflate", $"The Content-Encoding \"{coding}\" is not supported; send the request as gzip, as br, as deflate, or uncompressed."),
            (answer.Status, answer.Headers["Accept-Encoding"], Message(answer.Body)));
    }

    private static async Task<TestServer.Answer> SendAsync(TestServer server, byte[] body, string? coding = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        if (coding is not null) content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        return await server.SendAsync(request, null);
    }

    private static byte[] Compressed(ReadOnlySpan<byte> body, string coding)
    {
        using var output = new MemoryStream();
        using (Stream stream = coding.ToLowerInvariant() switch
        {
            "gzip" => new System.IO.Compression.GZipStream(output, System.IO.Compression.CompressionLevel.Optimal),
            "br" => new System.IO.Compression.BrotliStream(output, System.IO.Compression.CompressionLevel.Optimal),
            "deflate" => new System.IO.Compression.ZLibStream(output, System.IO.Compression.CompressionLevel.Optimal),
            _ => new BufferedStream(output),
        }) stream.Write(body);
        return output.ToArray();
    }
}
