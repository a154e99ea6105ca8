namespace Graph.Stores.Sqlite.Writing;

/// <summary>A node's key and concrete type.</summary>
/// <param name="Key">The key.</param>
/// <param name="Type">The ordinal of its node type.</param>
internal readonly record struct StoredNode(long Key, int Type);

/// <summary>
/// Remembers keys by family and id, so that most ends of relationships are resolved without the database. When it is full
/// it forgets everything: files name what they connect near to it.
/// </summary>
internal sealed class KeyCache
{
    /// <summary>At most that many nodes: with readable ids about 64 MB.</summary>
    private const int Capacity = 1 << 20;

    /// <summary>At most that many bytes of ids.</summary>
    private const int IdBytes = 32 * 1024 * 1024;

    private int[] buckets = new int[1 << 12];
    private Entry[] entries = new Entry[1 << 11];
    private byte[] ids = new byte[1 << 16];
    private int count;
    private int idLength;

    public bool TryGet(int family, ReadOnlySpan<byte> id, out StoredNode node)
    {
        var hash = Hash(family, id);
        for (var i = buckets[hash & (buckets.Length - 1)] - 1; i >= 0; i = entries[i].Next)
        {
            ref var entry = ref entries[i];
            if (entry.Hash != hash || entry.Family != family || !id.SequenceEqual(ids.AsSpan(entry.Offset, entry.Length))) continue;
            node = entry.Node;
            return true;
        }

        node = default;
        return false;
    }

    /// <summary>Remembers a node that is not remembered yet.</summary>
    public void Add(int family, ReadOnlySpan<byte> id, StoredNode node)
    {
        if (id.Length > IdBytes) return;
        if (count == Capacity || idLength + id.Length > IdBytes) Clear();
        if (count == entries.Length) Grow();
        if (ids.Length - idLength < id.Length) Array.Resize(ref ids, Math.Max(ids.Length * 2, idLength + id.Length));
        id.CopyTo(ids.AsSpan(idLength));
        var hash = Hash(family, id);
        ref var bucket = ref buckets[hash & (buckets.Length - 1)];
        entries[count] = new(hash, family, idLength, id.Length, bucket - 1, node);
        idLength += id.Length;
        bucket = ++count;
    }

    public void Clear()
    {
        Array.Clear(buckets);
        count = 0;
        idLength = 0;
    }

    private void Grow()
    {
        Array.Resize(ref entries, entries.Length * 2);
        buckets = new int[entries.Length * 2];
        for (var i = 0; i < count; i++)
        {
            ref var bucket = ref buckets[entries[i].Hash & (buckets.Length - 1)];
            entries[i] = entries[i] with { Next = bucket - 1 };
            bucket = i + 1;
        }
    }

    private static int Hash(int family, ReadOnlySpan<byte> id)
    {
        var hash = new HashCode();
        hash.Add(family);
        hash.AddBytes(id);
        return hash.ToHashCode();
    }

    private readonly record struct Entry(int Hash, int Family, int Offset, int Length, int Next, StoredNode Node);
}
