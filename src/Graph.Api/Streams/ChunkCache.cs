using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Streams;

/// <summary>The chunks of changes that were unpacked last: a thousand subscribers read the same, each at its own pace.</summary>
/// <param name="store">The graph.</param>
internal sealed class ChunkCache(IGraphStore store)
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim unpacking = new(Limits.UnpackedAtOnce, Limits.UnpackedAtOnce);
    private readonly LinkedList<(long First, Task<IReadOnlyList<ToldChange>> Changes)> kept = [];

    /// <summary>The changes of a chunk that are told, in their order.</summary>
    /// <exception cref="ChangesLostException">They are not kept any more.</exception>
    public async ValueTask<IReadOnlyList<ToldChange>> FindAsync(ChangeChunk head, CancellationToken cancellationToken)
    {
        var changes = Find(head);
        try
        {
            return await changes.WaitAsync(cancellationToken);
        }
        catch when (changes.IsFaulted)
        {
            Forget(head.First);
            throw;
        }
    }

    private Task<IReadOnlyList<ToldChange>> Find(ChangeChunk head)
    {
        lock (gate)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.First != head.First) continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Changes;
            }

            var changes = Detached.Run(() => ReadAsync(head));
            kept.AddFirst((head.First, changes));
            if (kept.Count > Limits.UnpackedChunks) kept.RemoveLast();
            return changes;
        }
    }

    // Whoever asked first may go; the others still wait.
    private async Task<IReadOnlyList<ToldChange>> ReadAsync(ChangeChunk head)
    {
        await unpacking.WaitAsync();
        try
        {
            return [.. await ChangeFeed.ToldAsync(store, head, after: 0, types: null, CancellationToken.None)];
        }
        finally
        {
            unpacking.Release();
        }
    }

    private void Forget(long first)
    {
        lock (gate)
            if (kept.FirstOrDefault(one => one.First == first) is { Changes.IsFaulted: true } broken) kept.Remove(broken);
    }
}
