using System.Buffers;
using System.Net.WebSockets;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>Reads whole messages; a connection that is silent holds no memory for them.</summary>
/// <param name="socket">The connection.</param>
/// <param name="maxBytes">Most bytes of a message.</param>
internal sealed class SocketReader(WebSocket socket, int maxBytes)
{
    private const int PieceBytes = 4_096;

    /// <summary>The next message; null where the client has closed.</summary>
    /// <exception cref="SocketClosedException">It is too long, or not text.</exception>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <remarks>To give up waiting would break the connection off, so that it could not be closed with a reason.</remarks>
    public async ValueTask<byte[]?> NextAsync()
    {
        // Nothing is read, but it ends only when there is something to read.
        var first = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        if (first.MessageType == WebSocketMessageType.Close) return null;
        if (first.EndOfMessage) return [];
        var rented = ArrayPool<byte>.Shared.Rent(PieceBytes);
        var length = 0;
        try
        {
            while (true)
            {
                if (length == rented.Length) rented = Grown(rented, length);
                var received = await socket.ReceiveAsync(rented.AsMemory(length), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close) return null;
                if (received.MessageType != WebSocketMessageType.Text)
                    throw new SocketClosedException(SocketClosing.Invalid(HttpMessages.SocketNotText));
                length += received.Count;
                if (length > maxBytes) throw new SocketClosedException(SocketClosing.MessageTooBig(maxBytes));
                if (received.EndOfMessage) return rented.AsSpan(0, length).ToArray();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Reads on for nothing until the client has closed: what nobody reads would keep it from being told why.</summary>
    public async ValueTask PassOverAsync()
    {
        var piece = new byte[PieceBytes];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            if ((await socket.ReceiveAsync(piece.AsMemory(), CancellationToken.None)).MessageType == WebSocketMessageType.Close) return;
    }

    private static byte[] Grown(byte[] rented, int length)
    {
        var longer = ArrayPool<byte>.Shared.Rent(length * 2);
        rented.AsSpan(0, length).CopyTo(longer);
        ArrayPool<byte>.Shared.Return(rented);
        return longer;
    }
}
