using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>Sends messages one after the other, each when the client has taken enough of those before.</summary>
/// <param name="socket">The connection.</param>
/// <param name="patience">How long a client may take for a piece.</param>
/// <param name="time">The clock.</param>
internal sealed class SocketWriter(WebSocket socket, TimeSpan patience, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private bool isClosed;

    /// <summary>Sends a message.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="id">Of which operation; null: of none.</param>
    /// <param name="payload">Its payload as JSON in UTF-8; empty for none.</param>
    /// <exception cref="ClientGoneException">The client has gone, or does not read.</exception>
    public async Task SendAsync(string type, string? id = null, ReadOnlySequence<byte> payload = default)
    {
        var head = Encoding.UTF8.GetBytes($"{{{(id is null ? "" : $"\"id\":{JsonSerializer.Serialize(id)},")}\"type\":\"{type}\"");
        await turn.WaitAsync();
        try
        {
            if (isClosed) throw new ClientGoneException();
            if (payload.Length <= FixedHttpLimits.SegmentBytes) await WriteAsync(Whole(head, payload), isLast: true);
            else await WriteAsync(head, payload);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Closes, after what is being sent; nothing is sent any more.</summary>
    public async Task CloseAsync(SocketClosing closing)
    {
        await turn.WaitAsync();
        try
        {
            if (isClosed) return;
            isClosed = true;
            using var late = new CancellationTokenSource(patience, time);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await closing.CloseAsync(socket, late.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            socket.Abort();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static byte[] Whole(byte[] head, ReadOnlySequence<byte> payload)
    {
        if (payload.IsEmpty) return [.. head, (byte)'}'];
        ReadOnlySpan<byte> key = ",\"payload\":"u8;
        var message = new byte[head.Length + key.Length + (int)payload.Length + 1];
        head.CopyTo(message, 0);
        key.CopyTo(message.AsSpan(head.Length));
        payload.CopyTo(message.AsSpan(head.Length + key.Length));
        message[^1] = (byte)'}';
        return message;
    }

    private async Task WriteAsync(byte[] head, ReadOnlySequence<byte> payload)
    {
        await WriteAsync((byte[])[.. head, .. ",\"payload\":"u8], isLast: false);
        foreach (var (piece, _) in OutgoingAnswers.Pieces(payload)) await WriteAsync(piece, isLast: false);
        await WriteAsync("}"u8.ToArray(), isLast: true);
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> piece, bool isLast)
    {
        // A frame that is given up half-way ends the connection, so that the time is part of sending.
        using var late = new CancellationTokenSource(patience, time);
        try
        {
            await socket.SendAsync(piece, WebSocketMessageType.Text, isLast, late.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            isClosed = true;
            socket.Abort();
            throw new ClientGoneException();
        }
    }
}
