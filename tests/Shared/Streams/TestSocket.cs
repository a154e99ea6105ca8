using System.Net.WebSockets;
using System.Text;

namespace Graph.Tests;

/// <summary>A client that speaks graphql-transport-ws, or what a test says instead.</summary>
internal sealed class TestSocket : IDisposable
{
    public const string Init = """{"type":"connection_init"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket = new();

    public string? SubProtocol => socket.SubProtocol;

    /// <summary>Connects.</summary>
    /// <param name="url">The http address of the API.</param>
    /// <param name="key">The key that it shows.</param>
    /// <param name="origin">The page that it claims to be of.</param>
    /// <param name="protocol">What it says it speaks.</param>
    public static async Task<TestSocket> ConnectAsync(
        string url, string? key = null, string? origin = null, string protocol = "graphql-transport-ws")
    {
        var client = new TestSocket();
        client.socket.Options.AddSubProtocol(protocol);
        if (key is not null) client.socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        if (origin is not null) client.socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await client.socket.ConnectAsync(new(url.Replace("http:", "ws:", StringComparison.Ordinal)), default);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Connects and is told that it may ask.</summary>
    public static async Task<TestSocket> BeginAsync(string url, string? key = null)
    {
        var client = await ConnectAsync(url, key);
        await client.SendAsync(Init);
        Assert.Equal("""{"type":"connection_ack"}""", await client.NextAsync());
        return client;
    }

    public Task SendAsync(string message, WebSocketMessageType type = WebSocketMessageType.Text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), type, true, default);

    /// <summary>Asks for an operation.</summary>
    public Task SubscribeAsync(string id, string document) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{document}}}"}}""");

    /// <summary>The next message.</summary>
    public async Task<string> NextAsync()
    {
        using var message = new MemoryStream();
        var piece = new byte[16_384];
        while (true)
        {
            var received = await socket.ReceiveAsync(piece, default).WaitAsync(Patience);
            Assert.True(received.MessageType == WebSocketMessageType.Text, $"{socket.CloseStatus}: {socket.CloseStatusDescription}");
            message.Write(piece, 0, received.Count);
            if (received.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    /// <summary>It is closed, after whatever else it is told.</summary>
    public async Task AssertClosedAsync(int code, string sentence)
    {
        var piece = new byte[16_384];
        while (true)
        {
            var received = await socket.ReceiveAsync(piece, default).WaitAsync(Patience);
            if (received.MessageType != WebSocketMessageType.Close) continue;
            Assert.Equal(code, (int)received.CloseStatus!);
            Assert.Contains(sentence, received.CloseStatusDescription, StringComparison.Ordinal);
            return;
        }
    }

    /// <summary>It is broken off without a word.</summary>
    public async Task AssertBrokenOffAsync()
    {
        var fault = await Assert.ThrowsAsync<WebSocketException>(() => socket.ReceiveAsync(new byte[1], default).WaitAsync(Patience));
        Assert.Equal(WebSocketError.ConnectionClosedPrematurely, fault.WebSocketErrorCode);
    }

    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
