using System.Net.WebSockets;
using System.Text;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class OverWebSocket : IAsyncLifetime
{
    private const string Init = """{"type":"connection_init"}""";

    private readonly List<ClientWebSocket> open = [];
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
        await SendAsync(socket, """{"id":"q","type":"subscribe","payload":{"query":"query Q($n: String) { hello(name: $n) }","variables":{"n":"é"},"operationName":"Q"}}""");
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"hello":"Hello é"}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"q","type":"complete"}""", await NextAsync(socket));
        await SendAsync(socket, """{"id":"q","type":"subscribe","payload":{"query":"subscription { count(to: 2) }"}}""");
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"count":1}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"count":2}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"q","type":"complete"}""", await NextAsync(socket));
        await SendAsync(socket, """{"id":"s \" 1","type":"subscribe","payload":{"query":"subscription($to: Int!) { steps(to: $to) }","variables":{"to":1}}}""");
        Assert.Equal("""{"id":"s \u0022 1","type":"next","payload":{"data":{"steps":1}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"s \u0022 1","type":"complete"}""", await NextAsync(socket));
        await SendAsync(socket, """{"id":"m","type":"subscribe","payload":{"query":"mutation { change }"}}""");
        Assert.Equal("""{"id":"m","type":"next","payload":{"data":{"change":"changed"}}}""", await NextAsync(socket));
    }

    [Theory]
    [InlineData("{ nope }", "Cannot query field")]
    [InlineData("{", "Syntax Error")]
    [InlineData("query($v: Int!) { long(times: $v) }", "$v")]
    public async Task TellsTheErrorsOfWhatIsNotExecutedAsAList(string document, string message)
    {
        var socket = await BeginAsync();
        await SendAsync(socket, $$$"""{"id":"1","type":"subscribe","payload":{"query":"{{{document}}}"}}""");
        var told = await NextAsync(socket);
        Assert.StartsWith("""{"id":"1","type":"error","payload":[{"message":""", told, StringComparison.Ordinal);
        Assert.EndsWith("]}", told, StringComparison.Ordinal);
        Assert.Contains(message, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsErrorsBesideDataAndWhyASourceBreaks()
    {
        var socket = await BeginAsync();
        await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"{ fails }"}}""");
        Assert.Equal("""{"id":"1","type":"next","payload":{"errors":[{"message":"It fails.","locations":[{"line":1,"column":3}],"path":["fails"]}],"data":{"fails":null}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"1","type":"complete"}""", await NextAsync(socket));
        await SendAsync(socket, """{"id":"2","type":"subscribe","payload":{"query":"subscription { broken }"}}""");
        Assert.Equal("""{"id":"2","type":"next","payload":{"data":{"broken":1}}}""", await NextAsync(socket));
        Assert.Contains("The source has ended early.", await NextAsync(socket), StringComparison.Ordinal);
        await SendAsync(socket, """{"id":"3","type":"subscribe","payload":{"query":"query($n: Int) { long(times: $n) }","variables":{"n":300000}}}""");
        var answer = await NextAsync(socket);
        Assert.StartsWith("""{"id":"3","type":"next","payload":{"data":{"long":"xxx""", answer, StringComparison.Ordinal);
        Assert.Equal(300_000, answer.Count(sign => sign == 'x') - 1);
    }

    [Fact]
    public async Task LetsGoOfWhatTheClientCompletesAndOfAllWhenItGoes()
    {
        var socket = await BeginAsync();
        await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        await server.Listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await SendAsync(socket, """{"id":"1","type":"complete"}""");
        await server.Canceled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""");
        Assert.Contains("Hello you", await NextAsync(socket), StringComparison.Ordinal);
        await using var another = await TestServer.StartAsync();
        var second = await ConnectAsync(at: another);
        await SendAsync(second, Init);
        await NextAsync(second);
        await SendAsync(second, """{"id":"1","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        await SendAsync(second, """{"type":"ping","payload":{"a":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":1}}""", await NextAsync(second));
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
    [InlineData(4400, "half of a surrogate pair", """{"type":"\ud800"}""")]
    public async Task ClosesWithACodeAndASentenceWhatBreaksTheProtocol(int code, string sentence, params string[] messages)
    {
        var socket = await ConnectAsync();
        foreach (var message in messages) await SendAsync(socket, message);
        await AssertClosedAsync(socket, code, sentence);
    }

    [Fact]
    public async Task ClosesWhatIsTooLongOrNoText()
    {
        var socket = await ConnectAsync();
        await SendAsync(socket, $$$"""{"type":"ping","payload":{"a":"{{{new string('é', 100_000)}}}"}}""");
        await AssertClosedAsync(socket, 1009, "more than 100000 bytes");
        socket = await ConnectAsync();
        await socket.SendAsync(Encoding.UTF8.GetBytes(Init), WebSocketMessageType.Binary, true, default);
        await AssertClosedAsync(socket, 4400, "binary");
        socket = await ConnectAsync();
        await SendAsync(socket, $$"""{"type":"{{new string('ü', 10_000)}}"}""");
        await AssertClosedAsync(socket, 4400, "…");
        socket = await BeginAsync();
        for (var i = 0; i < 200; i++) await SendAsync(socket, $$$"""{"id":"{{{i}}}","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        await SendAsync(socket, """{"id":"more","type":"subscribe","payload":{"query":"{ hello }"}}""");
        await AssertClosedAsync(socket, 4400, "200 operations");
    }

    [Fact]
    public async Task ClosesWhoDoesNotInitialise() => await AssertClosedAsync(await ConnectAsync(), 4408, "Connection initialisation timeout");

    [Fact]
    public async Task ClosesWithWhenToComeBackWhenTheServerEnds()
    {
        var socket = await BeginAsync();
        await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"subscription { silent }"}}""");
        var stopped = server.StopAsync();
        await AssertClosedAsync(socket, 1012, "connect again in a few seconds");
        await stopped;
    }

    [Fact]
    public async Task PingsAndEndsWhoMayListenNoLonger()
    {
        await using var another = await TestServer.StartAsync(options =>
        {
            var asked = 0;
            options.Limits = new() { KeepAliveInterval = TimeSpan.FromMilliseconds(200) };
            options.EndsStream = _ => asked++ < 2 ? null : new("Your key was taken back.") { Extensions = new Dictionary<string, object?> { ["code"] = "UNAUTHENTICATED" } };
        });
        var socket = await ConnectAsync(at: another);
        await SendAsync(socket, Init);
        await NextAsync(socket);
        Assert.Equal("""{"type":"ping"}""", await NextAsync(socket));
        await SendAsync(socket, """{"type":"pong"}""");
        Assert.Equal("""{"type":"ping"}""", await NextAsync(socket));
        await AssertClosedAsync(socket, 4401, "Your key was taken back.");
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

    private async Task<ClientWebSocket> ConnectAsync(string? origin = null, string protocol = "graphql-transport-ws", TestServer? at = null)
    {
        var socket = new ClientWebSocket();
        open.Add(socket);
        socket.Options.AddSubProtocol(protocol);
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new((at ?? server).Url.Replace("http:", "ws:", StringComparison.Ordinal)), default);
        return socket;
    }

    private async Task<ClientWebSocket> BeginAsync()
    {
        var socket = await ConnectAsync();
        await SendAsync(socket, Init);
        Assert.Equal("""{"type":"connection_ack"}""", await NextAsync(socket));
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);

    private static async Task<string> NextAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var piece = new byte[16_384];
        while (true)
        {
            var received = await socket.ReceiveAsync(piece, default).WaitAsync(TimeSpan.FromSeconds(60));
            Assert.True(received.MessageType == WebSocketMessageType.Text, $"{socket.CloseStatus}: {socket.CloseStatusDescription}");
            message.Write(piece, 0, received.Count);
            if (received.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    private static async Task AssertClosedAsync(ClientWebSocket socket, int code, string sentence)
    {
        var piece = new byte[16_384];
        while (true)
        {
            var received = await socket.ReceiveAsync(piece, default).WaitAsync(TimeSpan.FromSeconds(60));
            if (received.MessageType != WebSocketMessageType.Close) continue;
            Assert.Equal(code, (int)received.CloseStatus!);
            Assert.Contains(sentence, received.CloseStatusDescription, StringComparison.Ordinal);
            return;
        }
    }
}
