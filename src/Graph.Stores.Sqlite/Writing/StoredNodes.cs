namespace Graph.Stores.Sqlite.Writing;

/// <summary>A node's key and concrete type.</summary>
/// <param name="Key">The key.</param>
/// <param name="Type">The ordinal of its node type.</param>
internal readonly record struct StoredNode(long Key, int Type);

/// <summary>
/// Remembers keys by family and id, so that most ends of relationships are resolved without the database. When there is no more
/// room it forgets those that were not asked for since the last time: files name what they connect near to it, and some again and again.
/// </summary>
internal sealed class StoredNodes
{
    private NodeTable recent = new();
    private NodeTable before = new();

    public bool TryGet(int family, ReadOnlySpan<byte> id, out StoredNode node)
    {
        if (recent.TryGet(family, id, out node)) return true;
        if (!before.TryGet(family, id, out node)) return false;
        Add(family, id, node);
        return true;
    }

    /// <summary>Remembers a node that is not remembered yet.</summary>
    public void Add(int family, ReadOnlySpan<byte> id, StoredNode node)
    {
        if (recent.TryAdd(family, id, node)) return;
        (recent, before) = (before, recent);
        recent.Clear();
        recent.TryAdd(family, id, node);
    }

    public void Clear()
    {
        recent.Clear();
        before.Clear();
    }
}
