using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Graph.GraphQL.Json;

public sealed partial class ResponseBuffer
{
    /// <summary>Bytes of a segment: the size in which answers are sent, and below that from which the collector keeps arrays apart and moves them no more.</summary>
    public const int SegmentBytes = 65_536;

    // Only a text that must lie in one piece takes more; arrays longer still go to the collector, for the pool would keep tens of them.
    private const int MaxPooledBytes = 2 * SegmentBytes;

    private readonly ResponseMemory? _memory;
    private List<Segment>? _full;
    private byte[] _bytes;
    private int _used;
    private int _before;
    private long _reserved;

    /// <summary>Takes an array of at least <paramref name="capacity"/> bytes from the pool; more follow as needed.</summary>
    public ResponseBuffer(int capacity = 4096) => _bytes = Rent(capacity);

    /// <summary>A buffer whose segments beyond the first count among those of all answers.</summary>
    internal ResponseBuffer(int capacity, ResponseMemory? memory) : this(capacity) => _memory = memory;

    /// <summary>Bytes written so far.</summary>
    public int Length => _before + _used;

    /// <summary>The bytes written so far, in one piece; valid until the next write. Where they lie in several segments they are brought together first: for long answers there is <see cref="Written"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan
    {
        get
        {
            if (_before > 0) Join();
            return _bytes.AsSpan(0, _used);
        }
    }

    /// <summary>The bytes written so far, where they lie; valid until the next write.</summary>
    public ReadOnlySequence<byte> Written
    {
        get
        {
            if (_before == 0) return new(_bytes, 0, _used);
            var first = new SequenceSegment(_full![0].Bytes.AsMemory(0, _full[0].Length), null);
            var last = first;
            foreach (var segment in _full.Skip(1)) last = new(segment.Bytes.AsMemory(0, segment.Length), last);
            last = new(_bytes.AsMemory(0, _used), last);
            return new(first, 0, last, _used);
        }
    }

    /// <summary>What this buffer counts among, for one that is to become part of it.</summary>
    internal ResponseMemory? Memory => _memory;

    /// <summary>Whether exactly these bytes were written after the first <paramref name="start"/>.</summary>
    public bool EndsWith(int start, ReadOnlySpan<byte> utf8)
    {
        if (Length - start != utf8.Length) return false;
        if (start >= _before) return _bytes.AsSpan(start - _before, utf8.Length).SequenceEqual(utf8);
        return ToArray(start).AsSpan().SequenceEqual(utf8);
    }

    /// <summary>A copy of what was written after the first <paramref name="start"/> bytes.</summary>
    public byte[] ToArray(int start) => Written.Slice(start).ToArray();

    /// <summary>Takes back everything after the first <paramref name="length"/> bytes.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        while (length < _before)
        {
            Release(Math.Min(_reserved, _bytes.Length));
            Return(_bytes);
            (_bytes, _used) = _full![^1];
            _full.RemoveAt(_full.Count - 1);
            _before -= _used;
        }

        _used = length - _before;
    }

    /// <summary>Forgets everything written and keeps the first array for the next use.</summary>
    public void Clear() => Truncate(0);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - _used), nameof(count));
        _used += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(_used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(_used);
    }

    /// <summary>Writes what another buffer holds.</summary>
    public void Write(ResponseBuffer other)
    {
        foreach (var segment in other._full ?? []) WriteRaw(segment.Bytes.AsSpan(0, segment.Length));
        WriteRaw(other._bytes.AsSpan(0, other._used));
    }

    /// <summary>Puts what another buffer holds before what this one does, without moving either, in place of the first byte; takes the other's arrays over.</summary>
    internal void Prepend(ResponseBuffer head, byte instead)
    {
        Debug.Assert(Length > 0, "There is a byte to put another in place of.");
        (_before > 0 ? _full![0].Bytes : _bytes)[0] = instead;
        _full = [.. head._full ?? [], new(head._bytes, head._used), .. _full ?? []];
        _before += head.Length;
        head._full = null;
        (head._bytes, head._used, head._before) = ([], 0, 0);
    }

    /// <summary>Gives the arrays back to the pool; the buffer must not be used afterwards.</summary>
    public void Dispose()
    {
        Release(_reserved);
        Return(Interlocked.Exchange(ref _bytes, []));
        ReturnFull();
        (_used, _before) = (0, 0);
    }

    /// <summary>What was written, as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Written);

    private void Ensure(int size)
    {
        if (Math.Max(size, 1) > _bytes.Length - _used) Grow(Math.Max(size, 1));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteAcross(ReadOnlySpan<byte> utf8)
    {
        while (utf8.Length > 0)
        {
            if (_used == _bytes.Length || Length + utf8.Length <= SegmentBytes) Ensure(Math.Min(utf8.Length, SegmentBytes));
            var length = Math.Min(utf8.Length, _bytes.Length - _used);
            utf8[..length].CopyTo(_bytes.AsSpan(_used));
            _used += length;
            utf8 = utf8[length..];
        }
    }

    /// <summary>Makes room for bytes in one piece: in a longer array while all is short, in a new segment later.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed)
    {
        if (_before == 0 && _used + needed <= SegmentBytes)
        {
            var longer = Rent(Math.Clamp(_bytes.Length * 2, _used + needed, SegmentBytes));
            _bytes.AsSpan(0, _used).CopyTo(longer);
            Return(_bytes);
            _bytes = longer;
            return;
        }

        var segment = Rent(Math.Max(needed, SegmentBytes));
        Reserve(segment);
        if (_used > 0) (_full ??= []).Add(new(_bytes, _used));
        else Return(_bytes);
        (_bytes, _before, _used) = (segment, checked(_before + _used), 0);
    }

    private void Join()
    {
        var whole = Written.ToArray();
        ReturnFull();
        Return(_bytes);
        (_bytes, _used, _before) = (whole, whole.Length, 0);
    }

    private void ReturnFull()
    {
        foreach (var segment in _full ?? []) Return(segment.Bytes);
        _full = null;
    }

    private void Reserve(byte[] segment)
    {
        if (_memory is null) return;
        if (!_memory.TryReserve(segment.Length))
        {
            Return(segment);
            throw new ResponseMemoryException();
        }

        _reserved += segment.Length;
    }

    private void Release(long bytes)
    {
        if (_memory is null) return;
        _memory.Release(bytes);
        _reserved -= bytes;
    }

    private static byte[] Rent(int length) => length > MaxPooledBytes ? GC.AllocateUninitializedArray<byte>(length) : ArrayPool<byte>.Shared.Rent(length);

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
