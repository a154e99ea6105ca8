namespace Graph.Stores.Neo4j.Bolt;

/// <summary>The first bytes of a connection (Neo4j Bolt manual, "Handshake").</summary>
internal static class BoltHandshake
{
    public const int AnswerBytes = 4;

    /// <summary>
    /// The magic number, then four proposals of four bytes: a zero, how many minor versions below are meant as well, the minor and the major
    /// version. Proposed are 5.8 down to 5.0, and 4.4.
    /// </summary>
    public static ReadOnlyMemory<byte> Proposal { get; } = new byte[]
    {
        0x60, 0x60, 0xB0, 0x17,
        0x00, 0x08, 0x08, 0x05,
        0x00, 0x00, 0x04, 0x04,
        0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00,
    };

    /// <summary>The version the server chose. An answer that is none of the proposed ones is a <see cref="DatabaseException"/>.</summary>
    public static BoltVersion Read(ReadOnlySpan<byte> answer, BoltAddress address)
    {
        if (answer.SequenceEqual("HTTP"u8))
            throw new DatabaseException(DatabaseErrorKind.ProtocolBroken, Sentences.SpeaksHttp(address));
        if (answer is [0, 0, 0, 0])
            throw new DatabaseException(DatabaseErrorKind.ProtocolTooOld, Sentences.ProtocolTooOld(address));
        return answer is [0, 0, <= 8, 5] or [0, 0, 4, 4]
            ? new BoltVersion(answer[3], answer[2])
            : throw DatabaseException.ProtocolBroken($"the answer {Convert.ToHexString(answer)} to the handshake is no version that was proposed");
    }
}
