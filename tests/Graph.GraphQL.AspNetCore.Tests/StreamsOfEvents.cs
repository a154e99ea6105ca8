namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class StreamsOfEvents
{
    private const string Events = "text/event-stream";

    [Fact]
    public async Task ASubscriptionIsAStreamOfEvents()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.AskAsync("subscription($to: Int!) { count(to: $to) }", new { to = 2 }, Events);
        Assert.Equal((200, "text/event-stream; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(("no", "no-cache"), (answer.Headers["X-Accel-Buffering"], answer.Headers["Cache-Control"]));
        Assert.Equal(
            "event: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata: \n\n",
            answer.Body);
    }

    [Fact]
    public async Task AQueryIsAStreamOfOneEvent()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(
            "event: next\ndata: {\"data\":{\"hello\":\"Hello you\"}}\n\nevent: complete\ndata: \n\n",
            (await server.AskAsync("{ hello }", accept: Events)).Body);
    }

    [Theory]
    [InlineData("{ nope }", "Cannot query field")]
    [InlineData("{", "Syntax Error")]
    [InlineData("query($v: Int!) { long(times: $v) }", "$v")]
    [InlineData("subscription { nope }", "Cannot query field")]
    [InlineData("{ failsHard }", "Internal error")]
    public async Task ADocumentAtFaultIsToldInAnEventAndTheStreamCompletes(string query, string message)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.AskAsync(query, accept: Events);
        Assert.Equal((200, "text/event-stream; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.StartsWith("event: next\ndata: {\"errors\":[", answer.Body, StringComparison.Ordinal);
        Assert.Contains(message, answer.Body, StringComparison.Ordinal);
        Assert.EndsWith("}\n\nevent: complete\ndata: \n\n", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyThatIsNoRequestIsAnsweredWithoutAStream()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync("{", Events);
        Assert.Equal((400, "application/graphql-response+json; charset=utf-8"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task ASourceThatBreaksUnexpectedlyTellsNothingAndIsLogged()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.AskAsync("subscription { crashes }", accept: Events);
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        Assert.Contains($"\"extensions\":{{\"requestId\":\"{answer.Headers["X-Request-Id"]}\"}}", answer.Body, StringComparison.Ordinal);
        Assert.Contains(
            $"Error: Request {answer.Headers["X-Request-Id"]}, operation (anonymous): field crashes failed. the path is secret",
            server.Log);
    }

    [Fact]
    public async Task ASourceThatBreaksTellsWhyAndEnds()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(
            "event: next\ndata: {\"data\":{\"broken\":1}}\n\n" +
            "event: next\ndata: {\"errors\":[{\"message\":\"The source has ended early.\",\"locations\":[{\"line\":1,\"column\":16}],\"path\":[\"broken\"]}]}\n\n" +
            "event: complete\ndata: \n\n",
            (await server.AskAsync("subscription { broken }", accept: Events)).Body);
    }

    [Fact]
    public async Task ASubscriptionAskedForAsOneAnswerIsRefused()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.AskAsync("subscription { silent }");
        Assert.Equal(406, answer.Status);
        Assert.Contains(
            "A subscription is answered as a stream of events; ask for it with the header Accept: text/event-stream, or over a WebSocket at the same address.",
            answer.Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASilentStreamIsKeptAliveAndEndsWithTheClient()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits = new() { KeepAliveInterval = TimeSpan.FromMilliseconds(10) });
        using var content = new StringContent("""{"query":"subscription { silent }"}""", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        request.Headers.Accept.ParseAdd(Events);
        using (var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        {
            await using var stream = await response.Content.ReadAsStreamAsync();
            using var reader = new StreamReader(stream);
            Assert.Equal(":", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        }

        await server.Canceled.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task APlannedStreamTellsWhereItStandsAndGoesOnFromThere()
    {
        await using var server = await TestServer.StartAsync();
        const string Body = """{"query":"subscription S($to: Int!) { n: steps(to: $to) }","variables":{"to":2}}""";
        Assert.Equal(
            "id: 0\n\nid: 1\nevent: next\ndata: {\"data\":{\"n\":1}}\n\nid: 2\nevent: next\ndata: {\"data\":{\"n\":2}}\n\nevent: complete\ndata: \n\n",
            (await server.PostAsync(Body, Events)).Body);
        Assert.Equal(
            "id: 1\n\nid: 2\nevent: next\ndata: {\"data\":{\"n\":2}}\n\nevent: complete\ndata: \n\n",
            (await server.PostAsync(Body, Events, headers: ("Last-Event-ID", "1"))).Body);
        var byGet = $"?query={Uri.EscapeDataString("subscription($to: Int!) { steps(to: $to) }")}&variables={Uri.EscapeDataString("""{"to":1}""")}";
        Assert.StartsWith("id: 0\n\nid: 1\nevent: next\n", (await server.GetAsync(byGet, Events)).Body, StringComparison.Ordinal);
        Assert.Equal(406, (await server.PostAsync(Body)).Status);
    }

    [Fact]
    public async Task APlannedStreamTellsErrorsBesideValuesAndWhyItEnds()
    {
        await using var server = await TestServer.StartAsync();
        const string Body = """{"query":"subscription($to: Int!) { n: steps(to: $to) }","variables":{"to":100}}""";
        var answer = (await server.PostAsync(Body, Events, headers: ("Last-Event-ID", "12"))).Body;
        Assert.Contains("""{"errors":[{"message":"Unlucky.","locations":[{"line":1,"column":27}],"path":["n"]}],"data":{"n":13}}""", answer, StringComparison.Ordinal);
        Assert.EndsWith(
            "data: {\"errors\":[{\"message\":\"A hundred is enough.\",\"locations\":[{\"line\":1,\"column\":27}],\"path\":[\"n\"]}]}\n\nevent: complete\ndata: \n\n",
            answer,
            StringComparison.Ordinal);
        Assert.Equal(
            "event: next\ndata: {\"errors\":[{\"message\":\"\\\"x\\\" is no step.\",\"locations\":[{\"line\":1,\"column\":27}],\"path\":[\"n\"]}]}\n\nevent: complete\ndata: \n\n",
            (await server.PostAsync(Body, Events, headers: ("Last-Event-ID", "x"))).Body);
    }

    [Fact]
    public async Task AStreamEndsWhenItsClientMayListenNoLonger()
    {
        await using var server = await TestServer.StartAsync(options =>
        {
            options.Limits = new() { KeepAliveInterval = TimeSpan.FromMilliseconds(10) };
            options.EndsStream = _ => new("Your key was taken back.");
        });
        Assert.EndsWith(
            "data: {\"errors\":[{\"message\":\"Your key was taken back.\"}]}\n\nevent: complete\ndata: \n\n",
            (await server.AskAsync("subscription { silent }", accept: Events)).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenTheServerEndsAStreamSaysWhenToComeBack()
    {
        var server = await TestServer.StartAsync();
        using var content = new StringContent("""{"query":"subscription { silent }"}""", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
        request.Headers.Accept.ParseAdd(Events);
        using var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = response.Content.ReadAsStringAsync();
        await server.StopAsync();
        Assert.Matches("^: the server ends\nretry: [1-4][0-9]{3}\n\n$", await body.WaitAsync(TimeSpan.FromSeconds(60)));
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("PUT", false, 405)]
    [InlineData("DELETE", true, 405)]
    [InlineData("GET", true, 400)]
    [InlineData("POST", true, 400)]
    public async Task WhoAsksForAllOfThemOverOneConnectionIsToldHowElse(string method, bool namesStream, int status)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(new(method), server.Url);
        if (namesStream) request.Headers.Add("X-GraphQL-Event-Stream-Token", "a-token");
        var answer = await server.SendAsync(request, Events);
        Assert.Equal(status, answer.Status);
        Assert.Equal(
            "{\"errors\":[{\"message\":\"Streams are answered in distinct connections mode, each operation as a stream of its own; leave singleConnection: true "
            + "out of the options of graphql-sse, or ask over WebSocket at the same address, where operations share a connection.\"}]}",
            answer.Body);
    }

    [Fact]
    public async Task StreamsCanBeSwitchedOff()
    {
        await using var server = await TestServer.StartAsync(options => options.EnableServerSentEvents = false);
        Assert.Equal(406, (await server.AskAsync("{ hello }", accept: Events)).Status);
    }
}
