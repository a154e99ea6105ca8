using System.Net.Sockets;
using System.Text;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>A connection whose bytes a test writes and reads itself, right or wrong as it likes.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);

    private NetworkStream? _stream;

    public static async Task<RawConnection> OpenAsync(TestServer server, int? receiveBufferBytes = null)
    {
        var connection = new RawConnection();
        if (receiveBufferBytes is { } bytes) connection._socket.ReceiveBufferSize = bytes;
        await connection._socket.ConnectAsync("127.0.0.1", new Uri(server.Url).Port);
        connection._stream = new(connection._socket);
        return connection;
    }

    public async Task SendAsync(string text) => await _stream!.WriteAsync(Encoding.UTF8.GetBytes(text));

    public Task SendPostAsync(string json, string headers = "") =>
        SendAsync($"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Says that nothing more will come.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection off, as a program that is killed does.</summary>
    public void Reset()
    {
        _socket.LingerState = new(enable: true, seconds: 0);
        _socket.Dispose();
    }

    /// <summary>Waits for the first line of an answer, and reads no further.</summary>
    public async Task<string> ReadStatusAsync()
    {
        var line = new byte["HTTP/1.1 200".Length];
        await _stream!.ReadExactlyAsync(line);
        return Encoding.ASCII.GetString(line);
    }

    /// <summary>Everything until the server ends the connection, at most for ten seconds.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var answer = new MemoryStream();
        try
        {
            await _stream!.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // The server ended it roughly; what came before counts.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _socket.Dispose();
    }
}
