using System.Buffers;
using System.Buffers.Binary;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// Messages on their way in: chunks (Neo4j Bolt manual, "Message transfer encoding") are received into one buffer and joined where they lie,
/// so that a message is one span. A message in a single chunk is not copied at all.
/// </summary>
internal sealed class MessageInput(Stream stream, int limit = MessageLimits.MessageBytes) : IDisposable
{
    private const int HeaderBytes = 2;
    private const int InitialBytes = 64 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int messageStart;
    private int messageLength;
    private int read;
    private int end;

    /// <summary>Whether bytes were received that belong to no finished message yet.</summary>
    public bool HasLeftovers => end > read || messageLength > 0;

    /// <summary>Takes the next message if all of it was received. The span is valid until the next call of any member.</summary>
    public bool TryRead(out ReadOnlySpan<byte> message)
    {
        while (end - read >= HeaderBytes)
        {
            var size = BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(read));
            if (size == 0)
            {
                read += HeaderBytes;
                if (messageLength == 0)
                    continue; // Between messages an empty chunk only keeps the connection alive.
                message = buffer.AsSpan(messageStart, messageLength);
                messageLength = 0;
                return true;
            }

            if (end - read < HeaderBytes + size)
                break;
            if (messageLength == 0)
                messageStart = read + HeaderBytes;
            else
                Buffer.BlockCopy(buffer, read + HeaderBytes, buffer, messageStart + messageLength, size);
            messageLength += size;
            if (messageLength > limit)
                throw DatabaseException.ProtocolBroken($"a message is longer than {limit} bytes");
            read += HeaderBytes + size;
        }

        message = default;
        return false;
    }

    /// <summary>Receives more bytes: at least one, or an <see cref="EndOfStreamException"/> when the server closed the connection.</summary>
    public async ValueTask FillAsync()
    {
        MakeRoom();
        var received = await stream.ReadAsync(buffer.AsMemory(end));
        if (received == 0)
            throw new EndOfStreamException();
        end += received;
    }

    /// <summary>Receives exactly <paramref name="count"/> bytes outside any message, as the handshake needs them.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadRawAsync(int count)
    {
        while (end - read < count)
            await FillAsync();
        read += count;
        return buffer.AsMemory(read - count, count);
    }

    /// <summary>Lets go of a buffer that one large message has blown up.</summary>
    public void Shrink()
    {
        if (buffer.Length <= MessageLimits.KeptBufferBytes || HasLeftovers)
            return;
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
        read = end = messageStart = 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        read = end = messageStart = messageLength = 0;
    }

    /// <summary>Moves what is still needed to the front, and doubles the buffer when that is not room enough.</summary>
    private void MakeRoom()
    {
        if (read == end && messageLength == 0)
            read = end = messageStart = 0;
        if (buffer.Length - end >= buffer.Length / 4)
            return;

        var rest = end - read;
        var target = messageLength + rest > buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(buffer.Length * 2) : buffer;
        buffer.AsSpan(messageStart, messageLength).CopyTo(target);
        buffer.AsSpan(read, rest).CopyTo(target.AsSpan(messageLength));
        if (target != buffer)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = target;
        messageStart = 0;
        read = messageLength;
        end = messageLength + rest;
    }
}
