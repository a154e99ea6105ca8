using System.Buffers.Binary;
using Graph.Model.Ontologies;

namespace Graph.Import.Pipeline;

/// <summary>Types and own ids of nodes, kept as bytes in segments; each is known by a number.</summary>
internal sealed class OwnIds(Ontology ontology)
{
    /// <summary>Bytes of a segment (1 MiB): a place in it takes 18 bits, counted in units of four.</summary>
    private const int SegmentBytes = 1 << 20;

    private const int UnitBytes = 4;
    private const int PlaceBits = 18;

    /// <summary>Bytes before an id: its length, and its type in the upper bits of a second number.</summary>
    private const int HeaderBytes = 8;

    private readonly List<byte[]> segments = [];
    private int used;

    /// <summary>Keeps one.</summary>
    /// <exception cref="InvalidOperationException">More than 8 GiB of ids.</exception>
    public int Add(NodeType type, ReadOnlySpan<byte> id)
    {
        var needed = HeaderBytes + (id.Length + UnitBytes - 1) / UnitBytes * UnitBytes;
        if (segments.Count == 0 || segments[^1].Length - used < needed)
        {
            if (segments.Count == 1 << (31 - PlaceBits))
                throw new InvalidOperationException("The nodes of one run have more than 8 GiB of ids beside their numbers.");
            segments.Add(new byte[Math.Max(SegmentBytes, needed)]);
            used = 0;
        }

        var record = segments[^1].AsSpan(used);
        BinaryPrimitives.WriteInt32LittleEndian(record, id.Length);
        BinaryPrimitives.WriteInt32LittleEndian(record[UnitBytes..], type.Ordinal);
        id.CopyTo(record[HeaderBytes..]);
        var place = (segments.Count - 1) << PlaceBits | used / UnitBytes;
        used += needed;
        return place;
    }

    /// <summary>The type and id kept.</summary>
    public (NodeType? Type, byte[] Id) Get(int place) => (ontology.NodeTypes[TypeOf(place)], IdOf(place).ToArray());

    /// <summary>True where this type and id are kept there.</summary>
    public bool Is(int place, NodeType type, ReadOnlySpan<byte> id) => TypeOf(place) == type.Ordinal && IdOf(place).SequenceEqual(id);

    /// <summary>True for two places with the same type and id; places below 0 are the same only if they are equal.</summary>
    public bool Same(int place, int other) =>
        place == other || (place >= 0 && other >= 0 && TypeOf(place) == TypeOf(other) && IdOf(place).SequenceEqual(IdOf(other)));

    private int TypeOf(int place) => BinaryPrimitives.ReadInt32LittleEndian(At(place)[UnitBytes..]);

    private ReadOnlySpan<byte> IdOf(int place) => At(place).Slice(HeaderBytes, BinaryPrimitives.ReadInt32LittleEndian(At(place)));

    private ReadOnlySpan<byte> At(int place) => segments[place >> PlaceBits].AsSpan((place & ((1 << PlaceBits) - 1)) * UnitBytes);
}
