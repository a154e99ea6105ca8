using System.Net.WebSockets;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class OverWebSocket : IAsyncLifetime
{
    private const string Init = TestSocket.Init;

    private readonly List<TestSocket> open = [];
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync(options =>
    {
        options.Limits = new() { KeepAliveInterval = TimeSpan.FromSeconds(30), MaxBodyBytes = 100_000 };
        options.AllowedOrigins = ["https://dashboards.example"];
    });

    public async Task DisposeAsync()
    {
        foreach (var one in open) one.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task AnswersAQueryOnceAndASubscriptionUntilItEnds()
    {
        var socket = await BeginAsync();
        await socket.SendAsync("""{"id":"q","type":"subscribe","payload":{"query":"query Q($n: String) { hello(name: $n) }","variables":{"n":"é"},"operationName":"Q"}}""");
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"hello":"Hello é"}}}""", await socket.NextAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await socket.NextAsync());
        await socket.SendAsync("""{"id":"q","type":"subscribe","payload":{"query":"subscription { count(to: 2) }"}}""");
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"count":1}}}""", await socket.NextAsync());
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"count":2}}}""", await socket.NextAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await socket.NextAsync());
        await socket.SendAsync("""{"id":"s \" 1","type":"subscribe","payload":{"query":"subscription($to: Int!) { steps(to: $to) }","variables":{"to":1}}}""");
        Assert.Equal("""{"id":"s \u0022 1","type":"next","payload":{"data":{"steps":1}}}""", await socket.NextAsync());
        Assert.Equal("""{"id":"s \u0022 1","type":"complete"}""", await socket.NextAsync());
        await socket.SendAsync("""{"id":"m","type":"subscribe","payload":{"query":"mutation { change }"}}""");
        Assert.Equal("""{"id":"m","type":"next","payload":{"data":{"change":"changed"}}}""", await socket.NextAsync());
    }

    [Theory]
    [InlineData("{ nope }", "Cannot query field")]
    [InlineData("{", "Syntax Error")]
    [InlineData("query($v: Int!) { long(times: $v) }", "$v")]
    public async Task TellsTheErrorsOfWhatIsNotExecutedAsAList(string document, string message)
    {
        var socket = await BeginAsync();
        await socket.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{document}}}"}}""");
        var told = await socket.NextAsync();
        Assert.StartsWith("""{"id":"1","type":"error","payload":[{"message":""", told, StringComparison.Ordinal);
        Assert.EndsWith("]}", told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsErrorsBesideDataAndWhyASourceBreaks()
    {
        var socket = await BeginAsync();
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ fails }"}}""");
        Assert.Equal("""{"id":"1","type":"next","payload":{"errors":[{"message":"It fails.","locations":[{"line":1,"column":3}],"path":["fails"]}],"data":{"fails":null}}}""", await socket.NextAsync());
        Assert.Equal("""{"id":"1","type":"complete"}""", await socket.NextAsync());
        await socket.SendAsync("""{"id":"2","type":"subscribe","payload":{"query":"subscription { broken }"}}""");
        Assert.Equal("""{"id":"2","type":"next","payload":{"data":{"broken":1}}}""", await socket.NextAsync());
        Assert.Contains("The source has ended early.", await socket.NextAsync(), StringComparison.Ordinal);
        await socket.SendAsync("""{"id":"3","type":"subscribe","payload":{"query":"query($n: Int) { long(times: $n) }","variables":{"n":300000}}}""");
        var answer = await socket.NextAsync();
        Assert.StartsWith("""{"id":"3","type":"next","payload":{"data":{"long":"xxx""", answer, StringComparison.Ordinal);
        Assert.Equal(300_000, answer.Count(sign => sign == 'x') - 1);
    }

    [Fact]
    public async Task LetsGoOfWhatTheClientCompletesAndOfAllWhenItGoes()
    {
        var socket = await BeginAsync();
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        await server.Listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await server.Canceled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""");
        Assert.Contains("Hello you", await socket.NextAsync(), StringComparison.Ordinal);
        await using var another = await TestServer.StartAsync();
        var second = await ConnectAsync(at: another);
        await second.SendAsync(Init);
        await second.NextAsync();
        await second.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        await second.SendAsync("""{"type":"ping","payload":{"a":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":1}}""", await second.NextAsync());
        await another.Listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        second.Abort();
        await another.Canceled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await another.StopAsync();
        Assert.DoesNotContain(another.Log, line => line.Contains("broke", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4401, "Unauthorized", """{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData(4429, "Too many initialisation requests", Init, Init)]
    [InlineData(4409, "Subscriber for 1 already exists", Init, """{"id":"1","type":"subscribe","payload":{"query":"subscription { silent }"}}""", """{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData(4400, "no JSON object", "[]")]
    [InlineData(4400, "The message is not JSON", "{")]
    [InlineData(4400, "The message is not JSON", "")]
    [InlineData(4400, "no \"type\"", "{}")]
    [InlineData(4400, "\"next\"", """{"type":"next"}""")]
    [InlineData(4400, "\"type\" must be a string", """{"type":1}""")]
    [InlineData(4400, "The payload must be an object", """{"type":"connection_init","payload":1}""")]
    [InlineData(4400, "no \"id\"", Init, """{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData(4400, "no \"query\"", Init, """{"id":"1","type":"subscribe","payload":{}}""")]
    [InlineData(4400, "The message's payload has \"query\" more than once; give it once.", Init, """{"id":"1","type":"subscribe","payload":{"query":"{ hello }","query":"{ hello }"}}""")]
    [InlineData(4400, "The message's payload has the key \"a\" a second time", Init, """{"id":"1","type":"subscribe","payload":{"query":"{ hello }","variables":{"a":1,"a":2}}}""")]
    [InlineData(4400, "half of a surrogate pair", """{"type":"\ud800"}""")]
    public async Task ClosesWithACodeAndASentenceWhatBreaksTheProtocol(int code, string sentence, params string[] messages)
    {
        var socket = await ConnectAsync();
        foreach (var message in messages) await socket.SendAsync(message);
        await socket.AssertClosedAsync(code, sentence);
    }

    [Fact]
    public async Task ClosesWhatIsTooLongOrNoText()
    {
        var socket = await ConnectAsync();
        await socket.SendAsync($$$"""{"type":"ping","payload":{"a":"{{{new string('é', 100_000)}}}"}}""");
        await socket.AssertClosedAsync(1009, "more than 100000 bytes");
        socket = await ConnectAsync();
        await socket.SendAsync(Init, WebSocketMessageType.Binary);
        await socket.AssertClosedAsync(4400, "binary");
        socket = await ConnectAsync();
        await socket.SendAsync($$"""{"type":"{{new string('ü', 10_000)}}"}""");
        await socket.AssertClosedAsync(4400, "…");
        socket = await BeginAsync();
        for (var i = 0; i < 200; i++) await socket.SendAsync($$$"""{"id":"{{{i}}}","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        await socket.SendAsync("""{"id":"more","type":"subscribe","payload":{"query":"{ hello }"}}""");
        await socket.AssertClosedAsync(4400, "200 operations");
    }

    [Fact]
    public async Task ClosesWithWhenToComeBackWhenTheServerEnds()
    {
        var socket = await BeginAsync();
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        var stopped = server.StopAsync();
        await socket.AssertClosedAsync(1012, "connect again in a few seconds");
        await stopped;
    }

    [Theory]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData("https://dashboards.example", "graphql-transport-ws")]
    [InlineData(null, "graphql-transport-ws")]
    public async Task LetsInPagesOfItsOwnAndThoseThatAreAllowed(string? origin, string? protocol)
    {
        if (protocol is not null)
        {
            Assert.Equal(protocol, (await ConnectAsync(origin)).SubProtocol);
            Assert.Equal(protocol, (await ConnectAsync(server.Url[..^"/graphql".Length])).SubProtocol);
            return;
        }

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(origin));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(protocol: "graphql-ws"));
        Assert.Contains("400", refused.Message, StringComparison.Ordinal);
    }

    private async Task<TestSocket> ConnectAsync(string? origin = null, string protocol = "graphql-transport-ws", TestServer? at = null)
    {
        var socket = await TestSocket.ConnectAsync((at ?? server).Url, origin: origin, protocol: protocol);
        open.Add(socket);
        return socket;
    }

    private async Task<TestSocket> BeginAsync()
    {
        var socket = await TestSocket.BeginAsync(server.Url);
        open.Add(socket);
        return socket;
    }
}
