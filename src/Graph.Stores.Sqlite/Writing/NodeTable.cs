namespace Graph.Stores.Sqlite.Writing;

/// <summary>Keys by family and id, as many as there is room for.</summary>
/// <remarks>In segments, so that nothing is copied to grow, and no array is left over for the collector to find.</remarks>
internal sealed class NodeTable
{
    /// <summary>At most that many nodes: with readable ids about 7 MB.</summary>
    private const int Capacity = 1 << 17;

    /// <summary>2^11 nodes of a segment (64 KiB): small enough for the collector to place anywhere.</summary>
    private const int SegmentBits = 11;

    /// <summary>2^16 bytes of ids of a segment; of an id longer than that the database is asked each time.</summary>
    private const int IdSegmentBits = 16;

    /// <summary>At most that many segments of ids (4 MiB).</summary>
    private const int IdSegments = 1 << 6;

    private readonly Entry[]?[] segments = new Entry[]?[Capacity >> SegmentBits];
    private readonly byte[]?[] ids = new byte[]?[IdSegments];
    private int[] buckets = new int[1 << 12];
    private int count;
    private int idSegment;
    private int idLength;

    public bool TryGet(int family, ReadOnlySpan<byte> id, out StoredNode node)
    {
        var hash = Hash(family, id);
        for (var i = buckets[hash & (buckets.Length - 1)] - 1; i >= 0; i = At(i).Next)
        {
            ref var entry = ref At(i);
            if (entry.Hash != hash || entry.Family != family || !id.SequenceEqual(IdOf(entry))) continue;
            node = new(entry.Key, entry.Type);
            return true;
        }

        node = default;
        return false;
    }

    /// <summary>Adds a node that is not there; false where there is no room.</summary>
    public bool TryAdd(int family, ReadOnlySpan<byte> id, StoredNode node)
    {
        if (id.Length >= 1 << IdSegmentBits) return true;
        if (count == Capacity) return false;
        if (idLength + id.Length > 1 << IdSegmentBits)
        {
            if (idSegment + 1 == IdSegments) return false;
            (idSegment, idLength) = (idSegment + 1, 0);
        }

        if (count == buckets.Length) Grow();
        segments[count >> SegmentBits] ??= new Entry[1 << SegmentBits];
        id.CopyTo((ids[idSegment] ??= new byte[1 << IdSegmentBits]).AsSpan(idLength));
        var hash = Hash(family, id);
        ref var bucket = ref buckets[hash & (buckets.Length - 1)];
        At(count) = new()
        {
            Key = node.Key,
            Hash = hash,
            Next = bucket - 1,
            Place = idSegment << IdSegmentBits | idLength,
            Length = (ushort)id.Length,
            Family = (ushort)family,
            Type = (ushort)node.Type,
        };
        idLength += id.Length;
        bucket = ++count;
        return true;
    }

    public void Clear()
    {
        Array.Clear(buckets);
        (count, idSegment, idLength) = (0, 0, 0);
    }

    private void Grow()
    {
        buckets = new int[buckets.Length * 2];
        for (var i = 0; i < count; i++)
        {
            ref var entry = ref At(i);
            ref var bucket = ref buckets[entry.Hash & (buckets.Length - 1)];
            entry.Next = bucket - 1;
            bucket = i + 1;
        }
    }

    private ref Entry At(int index) => ref segments[index >> SegmentBits]![index & ((1 << SegmentBits) - 1)];

    private ReadOnlySpan<byte> IdOf(in Entry entry) =>
        ids[entry.Place >> IdSegmentBits].AsSpan(entry.Place & ((1 << IdSegmentBits) - 1), entry.Length);

    private static int Hash(int family, ReadOnlySpan<byte> id)
    {
        var hash = new HashCode();
        hash.Add(family);
        hash.AddBytes(id);
        return hash.ToHashCode();
    }

    /// <summary>A node remembered: 32 bytes.</summary>
    private struct Entry
    {
        public long Key;
        public int Hash;

        /// <summary>The entry before it in its bucket, or -1.</summary>
        public int Next;

        /// <summary>The segment of its id, and the place there.</summary>
        public int Place;
        public ushort Length;
        public ushort Family;
        public ushort Type;
    }
}
