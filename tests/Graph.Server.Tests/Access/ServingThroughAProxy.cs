using System.Net;

namespace Graph.Server.Tests.Access;

/// <summary>What a proxy says of its clients, where it is named and where it is not.</summary>
public sealed class ServingThroughAProxy : AccessTest
{
    [Fact]
    public async Task ANamedProxySaysForWhomItAsksAndUnderWhatAddress()
    {
        await using var server = await StartAsync("127.0.0.0/8");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "203.0.113.1")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(server, "203.0.113.1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "203.0.113.2")).Status);

        // What a client puts before the address that the proxy adds is the client's own word.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(server, "198.51.100.7, 203.0.113.2")).Status);
        var (_, page, headers) = await AskAsync(server, "203.0.113.3", "/");
        Assert.Contains("\"/graph/", page, StringComparison.Ordinal);
        Assert.True(headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.0/8")]
    public async Task AnybodyElseDoesNot(string? proxies)
    {
        await using var server = await StartAsync(proxies);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(server, "203.0.113.1")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(server, "203.0.113.2")).Status);
        var (_, page, headers) = await AskAsync(server, "203.0.113.3", "/");
        Assert.DoesNotContain("/graph/", page, StringComparison.Ordinal);
        Assert.False(headers.Contains("Strict-Transport-Security"));
    }

    private Task<GraphServer> StartAsync(string? proxies) => StartAsync(new GraphServerOptions
    {
        Clients = new() { RequestsPerMinute = 1 },
        TrustedProxies = proxies is null ? [] : [IPNetwork.Parse(proxies)],
    });

    private async Task<(HttpStatusCode Status, string Body, System.Net.Http.Headers.HttpResponseHeaders Headers)> AskAsync(
        GraphServer server, string forwardedFor, string path = "/graphql?query={__typename}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + path);
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Prefix", "/graph");
        using var answer = await Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers);
    }
}
