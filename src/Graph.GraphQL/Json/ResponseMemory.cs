namespace Graph.GraphQL.Json;

/// <summary>
/// The memory of all answers of an executor that are being made or wait to be sent. Each has its first segment free, so that
/// short answers are never refused because of long ones.
/// </summary>
/// <param name="maxBytes">Most bytes of all together.</param>
internal sealed class ResponseMemory(long maxBytes)
{
    private long reserved;
    private long total;

    /// <summary>Bytes taken at the moment.</summary>
    public long Reserved => Interlocked.Read(ref reserved);

    /// <summary>Bytes taken since the beginning, given back or not.</summary>
    public long Total => Interlocked.Read(ref total);

    /// <summary>Takes bytes, if there are so many.</summary>
    public bool TryReserve(int bytes)
    {
        if (Interlocked.Add(ref reserved, bytes) > maxBytes)
        {
            Interlocked.Add(ref reserved, -bytes);
            return false;
        }

        Interlocked.Add(ref total, bytes);
        return true;
    }

    /// <summary>Gives bytes back.</summary>
    public void Release(long bytes) => Interlocked.Add(ref reserved, -bytes);
}

/// <summary>An answer found no memory: it ends as a whole, whatever its fields allow.</summary>
internal sealed class ResponseMemoryException : Exception;
