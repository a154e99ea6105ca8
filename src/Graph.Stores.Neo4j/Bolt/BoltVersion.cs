namespace Graph.Stores.Neo4j.Bolt;

/// <summary>A version of the messaging protocol, which decides what HELLO says and how structures look.</summary>
internal readonly record struct BoltVersion(int Major, int Minor)
{
    /// <summary>HELLO carries the credentials before this version, LOGON from it on.</summary>
    public bool HasLogon => AtLeast(5, 1);

    /// <summary>Whether HELLO may turn the server's notifications off; nobody reads them here.</summary>
    public bool CanSilenceNotifications => AtLeast(5, 2);

    /// <summary>Whether HELLO must describe the program (<c>bolt_agent</c>).</summary>
    public bool HasBoltAgent => AtLeast(5, 3);

    /// <summary>Whether date-times always travel in UTC; before, the server must agree to the <c>utc</c> patch.</summary>
    public bool HasUtcDateTimes => AtLeast(5, 0);

    public override string ToString() => $"{Major}.{Minor}";

    private bool AtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);
}

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
