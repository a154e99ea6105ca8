using System.Net.Sockets;
using System.Text;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>A connection whose bytes a test writes and reads itself, right or wrong as it likes.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp);

    private NetworkStream? stream;

    public static async Task<RawConnection> OpenAsync(TestServer server, int? receiveBufferBytes = null)
    {
        var connection = new RawConnection();
        if (receiveBufferBytes is { } bytes) connection.socket.ReceiveBufferSize = bytes;
        await connection.socket.ConnectAsync("127.0.0.1", new Uri(server.Url).Port);
        connection.stream = new(connection.socket);
        return connection;
    }

    public async Task SendAsync(string text) => await stream!.WriteAsync(Encoding.UTF8.GetBytes(text));

    public Task SendPostAsync(string json, string headers = "") =>
        SendAsync($"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Says that nothing more will come.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection off, as a program that is killed does.</summary>
    public void Reset()
    {
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Dispose();
    }

    /// <summary>Waits for the first line of an answer, and reads no further.</summary>
    public async Task<string> ReadStatusAsync()
    {
        var line = new byte["HTTP/1.1 200".Length];
        await stream!.ReadExactlyAsync(line);
        return Encoding.ASCII.GetString(line);
    }

    /// <summary>Everything until the server ends the connection, at most for ten seconds.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = new MemoryStream();
        try
        {
            await stream!.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // The server ended it roughly; what came before counts.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    public void Dispose()
    {
        stream?.Dispose();
        socket.Dispose();
    }
}
