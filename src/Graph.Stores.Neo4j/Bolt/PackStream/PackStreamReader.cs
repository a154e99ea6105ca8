using System.Buffers.Binary;
using System.Text;

namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>
/// Reads PackStream version 1 (Neo4j Bolt manual, "PackStream") from bytes that stay where they are: no value becomes an object unless a
/// caller asks for one. Bytes that are not PackStream, or end early, are a <see cref="DatabaseException"/> of kind
/// <see cref="DatabaseErrorKind.ProtocolBroken"/>.
/// </summary>
internal ref partial struct PackStreamReader
{
    private readonly ReadOnlySpan<byte> bytes;
    private int position;

    public PackStreamReader(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    /// <summary>How many bytes were read so far.</summary>
    public readonly int Position => position;

    public readonly bool AtEnd => position == bytes.Length;

    /// <summary>What kind of value stands next.</summary>
    public readonly PackStreamType Next()
    {
        var marker = Peek();
        return marker switch
        {
            < 0x80 or >= 0xF0 => PackStreamType.Integer,
            < 0x90 => PackStreamType.String,
            < 0xA0 => PackStreamType.List,
            < 0xB0 => PackStreamType.Map,
            < 0xC0 => PackStreamType.Structure,
            Marker.Null => PackStreamType.Null,
            Marker.Float64 => PackStreamType.Float,
            Marker.False or Marker.True => PackStreamType.Boolean,
            >= Marker.Int8 and <= Marker.Int64 => PackStreamType.Integer,
            >= Marker.Bytes8 and <= Marker.Bytes32 => PackStreamType.Bytes,
            >= Marker.String8 and <= Marker.String32 => PackStreamType.String,
            >= Marker.List8 and <= Marker.List32 => PackStreamType.List,
            >= Marker.Map8 and <= Marker.Map32 => PackStreamType.Map,
            _ => throw Broken($"a value begins with the byte {marker:X2}, which has no meaning"),
        };
    }

    /// <summary>Reads a null if one stands next, and leaves anything else.</summary>
    public bool TryReadNull()
    {
        if (Peek() != Marker.Null)
            return false;
        position++;
        return true;
    }

    public bool ReadBoolean()
    {
        var marker = Take();
        return marker switch
        {
            Marker.True => true,
            Marker.False => false,
            _ => throw Unexpected("a boolean", marker),
        };
    }

    public long ReadInteger()
    {
        var marker = Take();
        return marker switch
        {
            < 0x80 or >= 0xF0 => unchecked((sbyte)marker),
            Marker.Int8 => unchecked((sbyte)Take()),
            Marker.Int16 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            Marker.Int32 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            Marker.Int64 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Unexpected("an integer", marker),
        };
    }

    /// <summary>A floating-point number, or an integer as one.</summary>
    public double ReadFloat()
    {
        if (Peek() != Marker.Float64)
            return ReadInteger();
        position++;
        return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
    }

    public string ReadString() => Encoding.UTF8.GetString(ReadUtf8());

    /// <summary>The UTF-8 bytes of a string, where they stand.</summary>
    public ReadOnlySpan<byte> ReadUtf8()
    {
        var marker = Take();
        return Take(marker switch
        {
            >= Marker.TinyString and < Marker.TinyList => marker & 0x0F,
            Marker.String8 => Take(),
            Marker.String16 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            Marker.String32 => Size32(),
            _ => throw Unexpected("a string", marker),
        });
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        var marker = Take();
        return Take(marker switch
        {
            Marker.Bytes8 => Take(),
            Marker.Bytes16 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            Marker.Bytes32 => Size32(),
            _ => throw Unexpected("bytes", marker),
        });
    }

    /// <summary>The number of values that follow.</summary>
    public int ReadListHeader()
    {
        var marker = Take();
        return Entries(marker switch
        {
            >= Marker.TinyList and < Marker.TinyMap => marker & 0x0F,
            Marker.List8 => Take(),
            Marker.List16 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            Marker.List32 => Size32(),
            _ => throw Unexpected("a list", marker),
        });
    }

    /// <summary>The number of pairs of key and value that follow.</summary>
    public int ReadMapHeader()
    {
        var marker = Take();
        return Entries(marker switch
        {
            >= Marker.TinyMap and < Marker.TinyStructure => marker & 0x0F,
            Marker.Map8 => Take(),
            Marker.Map16 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            Marker.Map32 => Size32(),
            _ => throw Unexpected("a dictionary", marker),
        });
    }

    /// <summary>The tag of a structure and the number of fields that follow.</summary>
    public (byte Tag, int Fields) ReadStructureHeader()
    {
        var marker = Take();
        if (marker is < Marker.TinyStructure or >= Marker.Null)
            throw Unexpected("a structure", marker);
        return (Take(), marker & 0x0F);
    }

    /// <summary>The tag of the structure that stands next, 0 when something else does.</summary>
    public readonly byte PeekTag() =>
        Peek() is >= Marker.TinyStructure and < Marker.Null && position + 1 < bytes.Length ? bytes[position + 1] : (byte)0;

    /// <summary>Passes over one value with everything inside it, however deep.</summary>
    public void Skip()
    {
        for (long remaining = 1; remaining > 0; remaining--)
        {
            switch (Next())
            {
                case PackStreamType.Null or PackStreamType.Boolean: position++; break;
                case PackStreamType.Integer: ReadInteger(); break;
                case PackStreamType.Float: ReadFloat(); break;
                case PackStreamType.String: ReadUtf8(); break;
                case PackStreamType.Bytes: ReadBytes(); break;
                case PackStreamType.List: remaining += ReadListHeader(); break;
                case PackStreamType.Map: remaining += 2L * ReadMapHeader(); break;
                case PackStreamType.Structure: remaining += ReadStructureHeader().Fields; break;
            }
        }
    }

    internal static DatabaseException Broken(string what) => DatabaseException.ProtocolBroken(what);

    private static DatabaseException Unexpected(string wanted, byte marker) => Broken($"{wanted} was expected, and the byte {marker:X2} came");

    private readonly byte Peek() => position < bytes.Length ? bytes[position] : throw Broken("a value ends before it is complete");

    private byte Take()
    {
        var value = Peek();
        position++;
        return value;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - position)
            throw Broken("a value ends before it is complete");
        var taken = bytes.Slice(position, count);
        position += count;
        return taken;
    }

    private int Size32()
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(Take(4));
        return size <= int.MaxValue ? (int)size : throw Broken("a value is larger than 2 GiB");
    }

    /// <summary>Every entry takes a byte at least, so a size beyond what is left is garbage and must not become an allocation.</summary>
    private readonly int Entries(int count) =>
        count <= bytes.Length - position ? count : throw Broken("a list or dictionary ends before it is complete");
}
