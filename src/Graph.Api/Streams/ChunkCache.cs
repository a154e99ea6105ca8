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

    /// <summary>
    /// The next changes of a chunk that are wanted, as many as are told at once; none at its end. Whoever waits for a subscriber or a turn holds
    /// no more than these: all those that go on from long ago would else hold a chunk each.
    /// </summary>
    /// <param name="head">The chunk.</param>
    /// <param name="after">After the change of this number.</param>
    /// <param name="isFirst">Whether it is the first time that they are asked for.</param>
    /// <param name="wants">Whether a change is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChangesLostException">They are not kept any more.</exception>
    public async ValueTask<IReadOnlyList<ToldChange>> NextAsync(
        ChangeChunk head, long after, bool isFirst, Func<ToldChange, bool> wants, CancellationToken cancellationToken)
    {
        if (isFirst || Knows(head.First))
        {
            var all = await FindAsync(head, cancellationToken);
            return Some(all.Skip(PlaceAfter(all, after)), wants);
        }

        // Who goes on in a chunk that the others have left behind reads the rest of it alone.
        await unpacking.WaitAsync(cancellationToken);
        try
        {
            return Some(await ChangeFeed.ToldAsync(store, head, after, types: null, cancellationToken), wants);
        }
        finally
        {
            unpacking.Release();
        }
    }

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

    private static List<ToldChange> Some(IEnumerable<ToldChange> changes, Func<ToldChange, bool> wants)
    {
        var (some, characters) = (new List<ToldChange>(), 0L);
        foreach (var change in changes.Where(wants))
        {
            characters += (change.Change.From?.Values?.Length ?? 0) + (change.Change.To?.Values?.Length ?? 0);
            if (some.Count == Limits.ChangesTogether || (some.Count > 0 && characters > Limits.CharactersTogether)) break;
            some.Add(change);
        }

        return some;
    }

    private static int PlaceAfter(IReadOnlyList<ToldChange> changes, long number)
    {
        var (from, to) = (0, changes.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (changes[middle].Cursor.Number <= number) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private bool Knows(long first)
    {
        lock (gate) return kept.Any(one => one.First == first);
    }

    private void Forget(long first)
    {
        lock (gate)
            if (kept.FirstOrDefault(one => one.First == first) is { Changes.IsFaulted: true } broken) kept.Remove(broken);
    }
}
