namespace Graph.Import.Sources;

/// <summary>Reads a file line by line through one buffer: memory does not grow with the file.</summary>
internal sealed class LineReader(Stream stream) : IRecordReader
{
    /// <summary>
    /// Bytes of one line (16 MiB): a record with a longer text is a mistake, and the buffer would grow to hold it.
    /// </summary>
    public const int MaxLineBytes = 16 * 1024 * 1024;

    /// <summary>Bytes asked of the file at once.</summary>
    public const int ChunkBytes = 1024 * 1024;

    /// <summary>
    /// Bytes asked of it first (64 KiB): a run may read ten thousand small files, and clearing a whole chunk for each takes
    /// longer than reading it.
    /// </summary>
    public const int FirstBytes = 64 * 1024;

    private byte[] buffer = new byte[FirstBytes];
    private int start;
    private int end;
    private bool isLarge;
    private bool finished;

    /// <summary>The number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    /// <inheritdoc/>
    public int Line => Number;

    /// <inheritdoc/>
    public int Column => 1;

    /// <inheritdoc/>
    public Fault? Fault => null;

    /// <summary>The line last read was longer than <see cref="MaxLineBytes"/>; only its beginning is given.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line without its end, good until the next call; false at the end of the file.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        IsTooLong = false;
        var searched = start;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                line = Cut(searched + at);
                start = searched + at + 1;
                return true;
            }

            if (finished)
            {
                line = default;
                if (start == end) return false;
                line = Cut(end);
                start = end;
                return true;
            }

            searched = end;
            if (end - start > MaxLineBytes)
            {
                IsTooLong = true;
                line = Cut(start + 1024);
                SkipLine();
                return true;
            }

            searched -= Fill();
        }
    }

    /// <summary>The line that the next call reads, when all of it is in memory; otherwise nothing.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        var ahead = buffer.AsSpan(start, end - start);
        return ahead[..Math.Max(0, ahead.IndexOf((byte)'\n'))];
    }

    private ReadOnlySpan<byte> Cut(int lineEnd)
    {
        Number++;
        var line = buffer.AsSpan(start, lineEnd - start);
        return Number == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }

    /// <summary>Moves what is left to the front, grows the buffer if it is full, reads on; gives how far things moved.</summary>
    private int Fill()
    {
        var moved = start;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length || (isLarge && buffer.Length < ChunkBytes)) Array.Resize(ref buffer, Math.Max(ChunkBytes, buffer.Length * 2));
        var read = stream.Read(buffer, end, Math.Min(ChunkBytes, buffer.Length - end));
        end += read;
        isLarge |= end == buffer.Length;
        finished = read == 0;
        return moved;
    }

    /// <summary>Reads to the end of a line that is too long. What the caller holds of it stays: it lies before the buffer's second half.</summary>
    private void SkipLine()
    {
        var rest = buffer.Length / 2;
        while (true)
        {
            var read = stream.Read(buffer, rest, Math.Min(ChunkBytes, buffer.Length - rest));
            var at = buffer.AsSpan(rest, read).IndexOf((byte)'\n');
            if (read > 0 && at < 0) continue;
            finished = read == 0;
            (start, end) = read == 0 ? (rest, rest) : (rest + at + 1, rest + read);
            return;
        }
    }
}
