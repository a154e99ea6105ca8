using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Graph.GraphQL.Json;

public sealed partial class ResponseBuffer
{
    /// <summary>
    /// Bytes of a segment: the size in which answers are sent, and below that from which the collector keeps arrays apart and
    /// moves them no more.
    /// </summary>
    public const int SegmentBytes = 65_536;

    // Only a text that must lie in one piece takes more; arrays longer still go to the collector, for the pool would keep tens of them.
    private const int MaxPooledBytes = 2 * SegmentBytes;

    private readonly ResponseMemory? memory;
    private List<Segment>? full;
    private byte[] bytes;
    private int used;
    private int before;
    private long reserved;

    /// <summary>Takes an array of at least <paramref name="capacity"/> bytes from the pool; more follow as needed.</summary>
    public ResponseBuffer(int capacity = 4096) => bytes = Rent(capacity);

    /// <summary>A buffer whose segments beyond the first count among those of all answers.</summary>
    internal ResponseBuffer(int capacity, ResponseMemory? memory) : this(capacity) => this.memory = memory;

    /// <summary>Bytes written so far.</summary>
    public int Length => before + used;

    /// <summary>
    /// The bytes written so far, in one piece; valid until the next write. Where they lie in several segments they are brought
    /// together first: for long answers there is <see cref="Written"/>.
    /// </summary>
    public ReadOnlySpan<byte> WrittenSpan
    {
        get
        {
            if (before > 0) Join();
            return bytes.AsSpan(0, used);
        }
    }

    /// <summary>The bytes written so far, where they lie; valid until the next write.</summary>
    public ReadOnlySequence<byte> Written
    {
        get
        {
            if (before == 0) return new(bytes, 0, used);
            var first = new SequenceSegment(full![0].Bytes.AsMemory(0, full[0].Length), null);
            var last = first;
            foreach (var segment in full.Skip(1)) last = new(segment.Bytes.AsMemory(0, segment.Length), last);
            last = new(bytes.AsMemory(0, used), last);
            return new(first, 0, last, used);
        }
    }

    /// <summary>What this buffer counts among, for one that is to become part of it.</summary>
    internal ResponseMemory? Memory => memory;

    /// <summary>Whether exactly these bytes were written after the first <paramref name="start"/>.</summary>
    public bool EndsWith(int start, ReadOnlySpan<byte> utf8)
    {
        if (Length - start != utf8.Length) return false;
        if (start >= before) return bytes.AsSpan(start - before, utf8.Length).SequenceEqual(utf8);
        return ToArray(start).AsSpan().SequenceEqual(utf8);
    }

    /// <summary>A copy of what was written after the first <paramref name="start"/> bytes.</summary>
    public byte[] ToArray(int start) => Written.Slice(start).ToArray();

    /// <summary>Takes back everything after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        while (length < before)
        {
            Release(Math.Min(reserved, bytes.Length));
            Return(bytes);
            (bytes, used) = full![^1];
            full.RemoveAt(full.Count - 1);
            before -= used;
        }

        used = length - before;
    }

    /// <summary>Forgets everything written and keeps the first array for the next use.</summary>
    public void Clear() => Truncate(0);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(bytes.Length - used), nameof(count));
        used += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return bytes.AsMemory(used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return bytes.AsSpan(used);
    }

    /// <summary>Writes what another buffer holds.</summary>
    public void Write(ResponseBuffer other)
    {
        foreach (var segment in other.full ?? []) WriteRaw(segment.Bytes.AsSpan(0, segment.Length));
        WriteRaw(other.bytes.AsSpan(0, other.used));
    }

    /// <summary>
    /// Puts what another buffer holds before what this one does, without moving either, in place of the first byte; takes the
    /// other's arrays over.
    /// </summary>
    internal void Prepend(ResponseBuffer head, byte instead)
    {
        Debug.Assert(Length > 0, "There is a byte to put another in place of.");
        (before > 0 ? full![0].Bytes : bytes)[0] = instead;
        full = [.. head.full ?? [], new(head.bytes, head.used), .. full ?? []];
        before += head.Length;
        head.full = null;
        (head.bytes, head.used, head.before) = ([], 0, 0);
    }

    /// <summary>Gives the arrays back to the pool; the buffer must not be used afterwards.</summary>
    public void Dispose()
    {
        Release(reserved);
        Return(Interlocked.Exchange(ref bytes, []));
        ReturnFull();
        (used, before) = (0, 0);
    }

    /// <summary>What was written, as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Written);

    private void Ensure(int size)
    {
        if (Math.Max(size, 1) > bytes.Length - used) Grow(Math.Max(size, 1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteAcross(ReadOnlySpan<byte> utf8)
    {
        while (utf8.Length > 0)
        {
            if (used == bytes.Length || Length + utf8.Length <= SegmentBytes) Ensure(Math.Min(utf8.Length, SegmentBytes));
            var length = Math.Min(utf8.Length, bytes.Length - used);
            utf8[..length].CopyTo(bytes.AsSpan(used));
            used += length;
            utf8 = utf8[length..];
        }
    }

    /// <summary>Makes room for bytes in one piece: in a longer array while all is short, in a new segment later.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed)
    {
        if (before == 0 && used + needed <= SegmentBytes)
        {
            var longer = Rent(Math.Clamp(bytes.Length * 2, used + needed, SegmentBytes));
            bytes.AsSpan(0, used).CopyTo(longer);
            Return(bytes);
            bytes = longer;
            return;
        }

        var segment = Rent(Math.Max(needed, SegmentBytes));
        Reserve(segment);
        if (used > 0) (full ??= []).Add(new(bytes, used));
        else Return(bytes);
        (bytes, before, used) = (segment, checked(before + used), 0);
    }

    private void Join()
    {
        var whole = Written.ToArray();
        ReturnFull();
        Return(bytes);
        (bytes, used, before) = (whole, whole.Length, 0);
    }

    private void ReturnFull()
    {
        foreach (var segment in full ?? []) Return(segment.Bytes);
        full = null;
    }

    private void Reserve(byte[] segment)
    {
        if (memory is null) return;
        if (!memory.TryReserve(segment.Length))
        {
            Return(segment);
            throw new ResponseMemoryException();
        }

        reserved += segment.Length;
    }

    private void Release(long bytes)
    {
        if (memory is null) return;
        memory.Release(bytes);
        reserved -= bytes;
    }

    private static byte[] Rent(int length) =>
        length > MaxPooledBytes ? GC.AllocateUninitializedArray<byte>(length) : ArrayPool<byte>.Shared.Rent(length);

    // The pool takes its own sizes only, which are powers of two.
    private static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= MaxPooledBytes && int.IsPow2(bytes.Length)) ArrayPool<byte>.Shared.Return(bytes);
    }

    private readonly record struct Segment(byte[] Bytes, int Length);

    private sealed class SequenceSegment : ReadOnlySequenceSegment<byte>
    {
        public SequenceSegment(ReadOnlyMemory<byte> memory, SequenceSegment? previous)
        {
            Memory = memory;
            if (previous is null) return;
            RunningIndex = previous.RunningIndex + previous.Memory.Length;
            previous.Next = this;
        }
    }
}
