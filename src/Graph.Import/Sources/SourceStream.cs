using System.IO.Compression;

namespace Graph.Import.Sources;

/// <summary>
/// The bytes of a file from its first to its last, unpacked where they are gzip, whatever the file is called. Its beginning
/// can be looked at before it is read, of a pipe too. The one place that opens files which are read as a stream.
/// </summary>
internal sealed class SourceStream : Stream
{
    /// <summary>Bytes that can be looked at: enough for the first record's first fields.</summary>
    private const int StartBytes = 4096;

    /// <summary>Unpacked bytes from which on a file is measured (256 MiB): a small one does no harm.</summary>
    private const long MeasuredBytes = 256L * 1024 * 1024;

    /// <summary>How much larger than its file the text may be: records are 5 to 50 times smaller packed, and gzip ends at about 1,000.</summary>
    private const int MaxGrowth = 200;

    private readonly FileStream file;
    private readonly Stream content;
    private readonly PackedBytes? packed;
    private readonly byte[] start;
    private readonly long firstByte;
    private int given;
    private long unpacked;

    // Without it, a packed file that breaks off reads as one that ends.
    static SourceStream() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private SourceStream(FileStream file)
    {
        this.file = file;
        var head = Head(file);
        IsPacked = head is [0x1F, 0x8B, ..];
        packed = IsPacked ? new(head, file) : null;
        content = packed is null ? file : new GZipStream(packed, CompressionMode.Decompress);
        start = IsPacked ? Head(content) : head;
        unpacked = start.Length;
    }

    private SourceStream(FileStream file, Stream member)
    {
        this.file = file;
        firstByte = file.Position;
        IsPacked = true;
        content = member;
        start = Head(member);
        unpacked = start.Length;
    }

    /// <summary>The first bytes, without a byte-order mark.</summary>
    public ReadOnlySpan<byte> Start => start.AsSpan().StartsWith("\uFEFF"u8) ? start.AsSpan(3) : start;

    /// <summary>The file is gzip, or a member of an archive.</summary>
    public bool IsPacked { get; }

    /// <summary>The packed file broke off before anything more could be read of it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A file that can be opened again, not a pipe.</summary>
    public bool CanReopen => file.CanSeek;

    /// <summary>Bytes of the file, as it is stored, taken so far.</summary>
    public long Taken => !file.CanSeek ? unpacked : !IsPacked && given < start.Length ? given : file.Position - firstByte;

    /// <summary>Opens a member of a zip archive.</summary>
    /// <exception cref="InvalidDataException">The archive is damaged; the message is a sentence.</exception>
    public static SourceStream OpenMember(string path, int place)
    {
        var (archive, member) = Archive.OpenMember(path, place);
        try
        {
            return new(archive, member);
        }
        catch
        {
            member.Dispose();
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file.</summary>
    public static SourceStream Open(string path)
    {
        var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            return new(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Reads on.</summary>
    /// <exception cref="InvalidDataException">
    /// The packed file breaks off, is damaged, or grows beyond all measure; the message is a sentence.
    /// </exception>
    public override int Read(Span<byte> buffer)
    {
        var again = Math.Min(buffer.Length, start.Length - given);
        start.AsSpan(given, again).CopyTo(buffer);
        given += again;
        return again > 0 && (again == buffer.Length || IsBroken) ? again : again + ReadOn(buffer[again..]);
    }

    private int ReadOn(Span<byte> buffer)
    {
        var read = IsBroken ? 0 : ReadOn(content, buffer);
        if (IsBroken) throw new InvalidDataException(Messages.PackedFileBroken());
        unpacked += read;
        if (IsPacked && unpacked > MeasuredBytes && file.CanSeek && unpacked / MaxGrowth > file.Length)
            throw new InvalidDataException(Messages.PackedFileGrows(MaxGrowth));
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private byte[] Head(Stream stream)
    {
        var head = new byte[StartBytes];
        var length = 0;
        while (length < StartBytes && !IsBroken)
        {
            var read = ReadOn(stream, head.AsSpan(length));
            if (read == 0) break;
            length += read;
        }

        return head[..length];
    }

    /// <summary>Reads; a packed file that breaks off or is damaged is remembered, so that what came before it can be read still.</summary>
    private int ReadOn(Stream stream, Span<byte> buffer)
    {
        try
        {
            var read = stream.Read(buffer);

            // The unpacking stream takes whatever does not begin like a member for the end.
            if (read == 0 && !buffer.IsEmpty && stream == content && packed is not null) IsBroken = !packed.HoldsOnlyPadding();
            return read;
        }
        catch (InvalidDataException)
        {
            IsBroken = true;
            return 0;
        }
    }
}
