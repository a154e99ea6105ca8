using System.Buffers.Binary;

namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>The chunk headers of the transfer encoding, put in after a message is written, because its size is known only then.</summary>
internal sealed partial class PackStreamWriter
{
    /// <summary>Puts a chunk's size into the two bytes kept free at <paramref name="offset"/>.</summary>
    public void WriteSizeAt(int offset, int size) => BinaryPrimitives.WriteUInt16BigEndian(buffer.AsSpan(offset), (ushort)size);

    /// <summary>
    /// Spreads the last <paramref name="payload"/> bytes, which follow two free bytes at <paramref name="offset"/>, so that each full chunk has
    /// its size before it. Works from the end, so no byte is moved over one that still has to move.
    /// </summary>
    public void CutIntoChunks(int offset, int payload)
    {
        const int header = sizeof(ushort);
        var chunks = (payload + MessageLimits.ChunkBytes - 1) / MessageLimits.ChunkBytes;
        var added = (chunks - 1) * header;
        Reserve(added);
        length += added;
        for (var chunk = chunks - 1; chunk >= 0; chunk--)
        {
            var start = chunk * MessageLimits.ChunkBytes;
            var size = Math.Min(MessageLimits.ChunkBytes, payload - start);
            var from = offset + header + start;
            var to = from + (chunk * header);
            buffer.AsSpan(from, size).CopyTo(buffer.AsSpan(to));
            WriteSizeAt(to - header, size);
        }
    }
}
