using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>
/// Writes PackStream version 1 (Neo4j Bolt manual, "PackStream") into a growing buffer, each value in its shortest form. Lists and
/// dictionaries are written as a header with the number of entries, followed by that many values or pairs of key and value.
/// </summary>
internal sealed partial class PackStreamWriter : IDisposable
{
    private const int InitialBytes = 4096;

    private byte[] buffer;
    private int length;

    /// <param name="limit">The most bytes this writer takes; more is an <see cref="DatabaseException"/>.</param>
    public PackStreamWriter(int limit = MessageLimits.MessageBytes)
    {
        Limit = limit;
        buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    }

    /// <summary>
    /// Whether date-times travel in UTC (Bolt 5, and 4.4 when the server agreed to the <c>utc </c> patch) or in the older local
    /// form.
    /// </summary>
    public bool UtcDateTimes { get; set; } = true;

    public int Limit { get; }

    public int Length => length;

    /// <summary>What was written so far. Valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, length);

    public void WriteNull() => WriteByte(Marker.Null);

    public void WriteBoolean(bool value) => WriteByte(value ? Marker.True : Marker.False);

    public void WriteInteger(long value)
    {
        var span = Reserve(9);
        if (value is >= -16 and <= sbyte.MaxValue)
        {
            span[0] = unchecked((byte)value);
            length += 1;
        }
        else if (value is >= sbyte.MinValue and <= sbyte.MaxValue)
        {
            span[0] = Marker.Int8;
            span[1] = unchecked((byte)value);
            length += 2;
        }
        else if (value is >= short.MinValue and <= short.MaxValue)
        {
            span[0] = Marker.Int16;
            BinaryPrimitives.WriteInt16BigEndian(span[1..], (short)value);
            length += 3;
        }
        else if (value is >= int.MinValue and <= int.MaxValue)
        {
            span[0] = Marker.Int32;
            BinaryPrimitives.WriteInt32BigEndian(span[1..], (int)value);
            length += 5;
        }
        else
        {
            span[0] = Marker.Int64;
            BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
            length += 9;
        }
    }

    public void WriteFloat(double value)
    {
        var span = Reserve(9);
        span[0] = Marker.Float64;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        length += 9;
    }

    public void WriteString(ReadOnlySpan<char> value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        WriteStringHeader(bytes);
        length += Encoding.UTF8.GetBytes(value, Reserve(bytes));
    }

    /// <summary>Writes a string that is UTF-8 already.</summary>
    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        WriteStringHeader(utf8.Length);
        WriteRaw(utf8);
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteSize(value.Length, tiny: null, Marker.Bytes8, Marker.Bytes16, Marker.Bytes32);
        WriteRaw(value);
    }

    public void WriteListHeader(int count) => WriteSize(count, Marker.TinyList, Marker.List8, Marker.List16, Marker.List32);

    public void WriteMapHeader(int count) => WriteSize(count, Marker.TinyMap, Marker.Map8, Marker.Map16, Marker.Map32);

    /// <summary>Starts a list whose number of entries is not known yet; <see cref="EndList"/> puts it in.</summary>
    public ListStart BeginList() => BeginSized(Marker.List32);

    /// <summary>Starts a dictionary whose number of entries is not known yet; <see cref="EndMap"/> puts it in.</summary>
    public ListStart BeginMap() => BeginSized(Marker.Map32);

    public void EndList(ListStart start, int count) => BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(start.Offset + 1), count);

    public void EndMap(ListStart start, int count) => EndList(start, count);

    public void WriteStructureHeader(byte tag, int fields)
    {
        var span = Reserve(2);
        span[0] = (byte)(Marker.TinyStructure | fields);
        span[1] = tag;
        length += 2;
    }

    /// <summary>Bytes that are PackStream already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        length += bytes.Length;
    }

    /// <summary>Forgets what was written and lets go of a buffer that one large message has blown up.</summary>
    public void Clear()
    {
        length = 0;
        if (buffer.Length <= MessageLimits.KeptBufferBytes)
            return;
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    }

    /// <summary>Forgets everything written after <paramref name="offset"/>.</summary>
    public void Truncate(int offset) => length = offset;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    /// <summary>Room for <paramref name="count"/> bytes at the end; the caller adds what it used to <see cref="length"/>.</summary>
    private Span<byte> Reserve(int count)
    {
        if (buffer.Length - length < count)
            Grow(count);
        return buffer.AsSpan(length);
    }

    private void Grow(int count)
    {
        var needed = (long)length + count;
        if (needed > Limit)
            throw DatabaseException.MessageTooLarge(Limit);
        var grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, buffer.Length * 2L), Limit));
        buffer.AsSpan(0, length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = grown;
    }

    private void WriteByte(byte value)
    {
        Reserve(1)[0] = value;
        length++;
    }

    private void WriteStringHeader(int bytes) =>
        WriteSize(bytes, Marker.TinyString, Marker.String8, Marker.String16, Marker.String32);

    private ListStart BeginSized(byte marker)
    {
        var start = new ListStart(length);
        Reserve(5)[0] = marker;
        length += 5;
        return start;
    }

    private void WriteSize(int size, byte? tiny, byte marker8, byte marker16, byte marker32)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var span = Reserve(5);
        if (tiny is { } nibble && size < 16)
        {
            span[0] = (byte)(nibble | size);
            length += 1;
        }
        else if (size <= byte.MaxValue)
        {
            span[0] = marker8;
            span[1] = (byte)size;
            length += 2;
        }
        else if (size <= ushort.MaxValue)
        {
            span[0] = marker16;
            BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)size);
            length += 3;
        }
        else
        {
            span[0] = marker32;
            BinaryPrimitives.WriteInt32BigEndian(span[1..], size);
            length += 5;
        }
    }
}

/// <summary>Where a list or dictionary of a size not yet known begins.</summary>
internal readonly record struct ListStart(int Offset);
