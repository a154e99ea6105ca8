using System.Buffers;
using System.Text;
using Graph.Import.Sources;

namespace Graph.Import.JsonLines;

/// <summary>
/// Reads records that stand within one JSON value: in an array, or in the arrays or objects named <c>nodes</c> and
/// <c>rels</c> of one object, as apoc.export.json writes them with jsonFormat ARRAY_JSON, JSON and JSON_ID_AS_KEYS. Only
/// brackets and texts are looked at; a record is whole between its braces, whatever is in it. The first fault ends the file.
/// </summary>
internal sealed class NestedReader(Stream stream) : IRecordReader
{
    private static readonly SearchValues<byte> InRecord = SearchValues.Create("\"{}"u8);

    private readonly Stack<byte> open = new();
    private byte[] buffer = new byte[LineReader.FirstBytes];
    private int at;
    private int end;
    private int counted;
    private bool isLarge;
    private bool finished;
    private bool began;
    private bool mayFollow = true;
    private int lineNow = 1;
    private int columnNow = 1;

    /// <inheritdoc/>
    public int Line { get; private set; }

    /// <inheritdoc/>
    public int Column { get; private set; }

    /// <inheritdoc/>
    public bool IsTooLong => false;

    /// <inheritdoc/>
    public Fault? Fault { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Peek() => [];

    /// <summary>Whether a file holds its records this way, by how it begins.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'[', ..]) return true;
        if (text is not [(byte)'{', ..]) return false;
        text = text[1..].TrimStart(" \t\r\n"u8);
        foreach (var name in new[] { "\"nodes\"", "\"rels\"" })
        {
            if (!text.StartsWith(Encoding.ASCII.GetBytes(name))) continue;
            var value = text[name.Length..].TrimStart(" \t\r\n:"u8);
            return value is [(byte)'[' or (byte)'{', ..];
        }

        return false;
    }

    /// <inheritdoc/>
    public bool TryRead(out ReadOnlySpan<byte> record)
    {
        record = default;
        while (Fault is null)
        {
            if (!SkipSpace())
            {
                if (!began || open.Count > 0) Fail(Messages.NestedBreaksOff());
                return false;
            }

            var next = buffer[at];
            if (!began) Begin(next);
            else if (open.Count == 0) Fail(Messages.NestedNotJson("the end of the file"));
            else if (next == (byte)']' || next == (byte)'}') Close(next);
            else if (next == (byte)',' && !mayFollow) (mayFollow, at) = (true, at + 1);
            else if (!mayFollow) Fail(Messages.NestedNotJson("',' or a closing bracket"));
            else if (IsAtRecords ? TryTake(out record) : TrySection()) return true;
        }

        return false;
    }

    /// <summary>The innermost open bracket holds records: an array, or the second object.</summary>
    private bool IsAtRecords => open.Peek() == (byte)'[' || open.Count == 2;

    private void Begin(byte next)
    {
        if (next is not ((byte)'[' or (byte)'{'))
        {
            Fail(Messages.NestedNotJson("'[' or '{'"));
            return;
        }

        began = true;
        open.Push(next);
        at++;
    }

    private void Close(byte next)
    {
        if (next != (open.Peek() == (byte)'[' ? (byte)']' : (byte)'}'))
        {
            Fail(Messages.NestedNotJson(open.Peek() == (byte)'[' ? "']'" : "'}'"));
            return;
        }

        open.Pop();
        at++;
        mayFollow = false;
    }

    /// <summary>Reads <c>"nodes": [</c>; never gives a record, so that reading goes on.</summary>
    private bool TrySection()
    {
        if (!TrySkipName()) return false;
        if (!SkipSpace()) return Fail(Messages.NestedBreaksOff());
        if (buffer[at] is not ((byte)'[' or (byte)'{')) return Fail(Messages.NestedNotJson("'[' or '{' with records"));
        open.Push(buffer[at++]);
        return false;
    }

    private bool TryTake(out ReadOnlySpan<byte> record)
    {
        record = default;
        if (open.Peek() == (byte)'{' && !TrySkipName()) return false;
        if (!SkipSpace()) return Fail(Messages.NestedBreaksOff());
        if (buffer[at] != (byte)'{') return Fail(Messages.NestedNotJson("a record in braces"));
        Count(at);
        (Line, Column) = (lineNow, columnNow);
        var (depth, inText, from) = (0, false, 0);
        while (true)
        {
            var found = inText
                ? buffer.AsSpan(at + from, end - at - from).IndexOfAny((byte)'"', (byte)'\\')
                : buffer.AsSpan(at + from, end - at - from).IndexOfAny(InRecord);
            if (found < 0)
            {
                from = end - at;
                if (from > LineReader.MaxLineBytes) return Fail(Messages.RecordTooLong(LineReader.MaxLineBytes));
                if (!Fill()) return Fail(Messages.NestedBreaksOff());
                continue;
            }

            from += found;
            switch (buffer[at + from++])
            {
                case (byte)'"': inText = !inText; break;
                case (byte)'\\':
                    if (at + from == end && !Fill()) return Fail(Messages.NestedBreaksOff());
                    from++;
                    break;
                case (byte)'{': depth++; break;
                default: depth--; break;
            }

            if (depth > 0 || inText) continue;
            record = buffer.AsSpan(at, from);
            at += from;
            mayFollow = false;
            return true;
        }
    }

    /// <summary>A text and the colon after it.</summary>
    private bool TrySkipName()
    {
        if (buffer[at] != (byte)'"') return Fail(Messages.NestedNotJson("a name in quotes"));
        var from = 1;
        while (true)
        {
            var found = buffer.AsSpan(at + from, end - at - from).IndexOf((byte)'"');
            if (found >= 0)
            {
                at += from + found + 1;
                break;
            }

            from = end - at;
            if (from > LineReader.MaxLineBytes) return Fail(Messages.RecordTooLong(LineReader.MaxLineBytes));
            if (!Fill()) return Fail(Messages.NestedBreaksOff());
        }

        if (!SkipSpace()) return Fail(Messages.NestedBreaksOff());
        if (buffer[at] != (byte)':') return Fail(Messages.NestedNotJson("':'"));
        at++;
        return true;
    }

    /// <summary>Goes to the next byte that is no white space; false at the end of the file.</summary>
    private bool SkipSpace()
    {
        while (true)
        {
            if (counted == 0 && at == 0 && lineNow == 1 && columnNow == 1 && buffer.AsSpan(0, end).StartsWith("\uFEFF"u8)) (at, counted) = (3, 3);
            var found = buffer.AsSpan(at, end - at).IndexOfAnyExcept(" \t\r\n"u8);
            if (found >= 0)
            {
                at += found;
                return true;
            }

            at = end;
            if (!Fill()) return false;
        }
    }

    /// <summary>Reads on, keeping what lies from the place reached; false at the end of the file.</summary>
    private bool Fill()
    {
        if (finished) return false;
        Count(at);
        if (at > 0)
        {
            buffer.AsSpan(at, end - at).CopyTo(buffer);
            (at, counted, end) = (0, 0, end - at);
        }

        if (end == buffer.Length || (isLarge && buffer.Length < LineReader.ChunkBytes))
            Array.Resize(ref buffer, Math.Max(LineReader.ChunkBytes, buffer.Length * 2));
        var read = stream.Read(buffer, end, Math.Min(LineReader.ChunkBytes, buffer.Length - end));
        end += read;
        isLarge |= end == buffer.Length;
        finished = read == 0;
        return !finished;
    }

    /// <summary>Brings line and column up to a place.</summary>
    private void Count(int to)
    {
        var passed = buffer.AsSpan(counted, to - counted);
        if (passed.LastIndexOf((byte)'\n') is >= 0 and var last)
        {
            lineNow += passed.Count((byte)'\n');
            columnNow = 1;
            passed = passed[(last + 1)..];
        }

        columnNow += Encoding.UTF8.GetCharCount(passed);
        counted = to;
    }

    private bool Fail(string message)
    {
        Count(at);
        Fault = new(lineNow, columnNow, message);
        return false;
    }
}
