namespace Graph.Stores.Neo4j.Bolt;

/// <summary>The bounds on what one message may take, each with its reason.</summary>
internal static class MessageLimits
{
    /// <summary>128 MiB: far above any row or batch this product asks for, far below what would endanger the process.</summary>
    public const int MessageBytes = 128 * 1024 * 1024;

    /// <summary>The size of a chunk travels in 16 bits (Neo4j Bolt manual, "Message transfer encoding").</summary>
    public const int ChunkBytes = 65535;

    /// <summary>
    /// 256 KiB: a connection keeps a buffer of this size; a larger one goes back to the pool of arrays after the message that
    /// needed it.
    /// </summary>
    public const int KeptBufferBytes = 256 * 1024;
}
