using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// Messages on their way out, each cut into chunks (Neo4j Bolt manual, "Message transfer encoding"): a 16-bit size before every chunk, and a
/// chunk of size zero at the end. Several messages may be collected and sent with one write.
/// </summary>
internal sealed class MessageOutput : IDisposable
{
    private const int HeaderBytes = 2;

    private int messageStart = -1;

    public PackStreamWriter Writer { get; } = new(MessageLimits.MessageBytes);

    /// <summary>How many whole messages are waiting to be sent.</summary>
    public int Messages { get; private set; }

    public ReadOnlyMemory<byte> Pending => Writer.WrittenMemory;

    /// <summary>Starts a message with the header of its structure; its fields are written to the returned writer.</summary>
    public PackStreamWriter Begin(byte signature, int fields)
    {
        messageStart = Writer.Length;
        Writer.WriteRaw([0, 0]);
        Writer.WriteStructureHeader(signature, fields);
        return Writer;
    }

    /// <summary>Ends the message: cuts it into chunks where it stands.</summary>
    public void End()
    {
        var payload = Writer.Length - messageStart - HeaderBytes;
        if (payload <= MessageLimits.ChunkBytes)
        {
            Writer.WriteSizeAt(messageStart, payload);
        }
        else
        {
            Writer.CutIntoChunks(messageStart, payload);
        }

        Writer.WriteRaw([0, 0]);
        messageStart = -1;
        Messages++;
    }

    /// <summary>Takes back the message that was begun and not ended, because writing it failed.</summary>
    public void Abandon()
    {
        if (messageStart < 0)
            return;
        Writer.Truncate(messageStart);
        messageStart = -1;
    }

    public void Clear()
    {
        Writer.Clear();
        messageStart = -1;
        Messages = 0;
    }

    public void Dispose() => Writer.Dispose();
}
