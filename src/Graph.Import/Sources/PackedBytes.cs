namespace Graph.Import.Sources;

/// <summary>
/// The bytes of a packed file for the stream that unpacks them: those that were looked at, and then the rest. Tells
/// afterwards whether that stream, which takes whatever does not begin like a member for the end, left any unread.
/// </summary>
/// <remarks>
/// The unpacking stream asks for more only when it has used all it was given. Every piece given therefore ends with a byte
/// that is not zero, or is one zero: where nothing more is asked after a piece of the first kind, its end was not used.
/// </remarks>
/// <param name="head">The bytes that were looked at.</param>
/// <param name="rest">What follows them.</param>
internal sealed class PackedBytes(byte[] head, Stream rest) : Stream
{
    private int given;
    private int zeros;
    private bool endsInData;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>
    /// Whether all that was not unpacked is zeros, with which some programs fill up the last block. Reads on to the first
    /// other byte; for use when nothing more is unpacked.
    /// </summary>
    public bool HoldsOnlyPadding()
    {
        if (endsInData) return false;
        var buffer = new byte[4096];
        while (true)
        {
            var read = Next(buffer);
            if (read == 0) return true;
            if (buffer.AsSpan(0, read).ContainsAnyExcept((byte)0)) return false;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        endsInData = false;
        if (zeros == 0)
        {
            var read = Next(buffer);
            if (read == 0) return 0;
            var data = buffer[..read].LastIndexOfAnyExcept((byte)0) + 1;
            zeros = read - data;
            endsInData = data > 0;
            if (endsInData) return data;
        }

        zeros--;
        buffer[0] = 0;
        return 1;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Next(Span<byte> buffer)
    {
        if (given == head.Length) return rest.Read(buffer);
        var taken = Math.Min(buffer.Length, head.Length - given);
        head.AsSpan(given, taken).CopyTo(buffer);
        given += taken;
        return taken;
    }
}
