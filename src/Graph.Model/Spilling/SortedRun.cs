using System.Runtime.CompilerServices;
using Graph.Model.Stores;
using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Spilling;

/// <summary>Entries in a file, in the order of their keys, of one key the newest first; written once.</summary>
/// <remarks>
/// In memory stay a filter, where it is small, the first keys of as many blocks as are allowed, and one block. Of a run of more blocks every
/// second, fourth or eighth is known, and the keys between them are read from the file.
/// </remarks>
internal sealed class SortedRun : IDisposable
{
    /// <summary>Entries read at once to find one: what fits into a page of the system (4 KiB).</summary>
    private const int BlockEntries = 4096 / TableEntry.Bytes;

    /// <summary>Blocks read or written at once where all are (64 KiB).</summary>
    private const int BlocksTogether = 16;

    private readonly RunFile file;
    private readonly KeyFilter filter;
    private readonly List<ulong> heads;
    private readonly long headEvery;
    private readonly TableEntry[] block = new TableEntry[BlockEntries];

    private SortedRun(RunFile file, long atMost, SpillBudget budget, WordPool pool)
    {
        this.file = file;
        var blocks = BlocksOf(atMost);
        headEvery = 1;
        while (blocks / headEvery > budget.Heads) headEvery *= 2;
        heads = new((int)(blocks / headEvery) + 1);
        filter = new(atMost, budget.FilterBytes, file, atMost * TableEntry.Bytes, pool);
    }

    /// <summary>How many entries there are.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes that it takes in memory.</summary>
    public long MemoryBytes => filter.Bytes + heads.Capacity * (long)sizeof(ulong) + BlockEntries * TableEntry.Bytes;

    private long Blocks => BlocksOf(Count);

    /// <summary>Writes a run.</summary>
    /// <param name="handle">An empty file, which becomes the run's own.</param>
    /// <param name="sorted">The entries in their order.</param>
    /// <param name="atMost">At most so many.</param>
    /// <param name="budget">What it may take in memory.</param>
    /// <param name="pool">Memory of runs that are no more.</param>
    /// <exception cref="StoreException">The file takes no more, or what is sorted cannot be read. The file is closed.</exception>
    public static SortedRun Write(SafeFileHandle handle, IEnumerable<TableEntry> sorted, long atMost, SpillBudget budget, WordPool pool)
    {
        var run = new SortedRun(new RunFile(handle), atMost, budget, pool);
        try
        {
            run.Fill(sorted);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The newest entry of a key in a file, or in any.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="ofFile">The file, or <see cref="SpillingTable.AnyFile"/>.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public bool TryFind(ulong key, int ofFile, out TableEntry entry)
    {
        entry = default;
        if (!filter.MayHold(key)) return false;
        for (var at = BlockBefore(key); at < Blocks; at++)
        {
            var count = Read(at * BlockEntries, block);
            for (var i = FirstOf(key, count); i < count; i++)
            {
                entry = block[i];
                if (entry.Key != key || entry.File < ofFile) return false; // Those of files that come later were added later.
                if (ofFile == SpillingTable.AnyFile || entry.File == ofFile) return true;
            }
        }

        return false;
    }

    /// <summary>The entries of a key, the newest first.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public IEnumerable<TableEntry> Of(ulong key)
    {
        if (!filter.MayHold(key)) yield break;
        for (var at = BlockBefore(key); at < Blocks; at++)
        {
            var count = Read(at * BlockEntries, block);
            for (var i = FirstOf(key, count); i < count; i++)
            {
                if (block[i].Key != key) yield break;
                yield return block[i];
            }
        }
    }

    /// <summary>All entries in their order.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public IEnumerable<TableEntry> All()
    {
        var entries = new TableEntry[BlockEntries * BlocksTogether];
        for (var at = 0L; at < Count;)
        {
            var count = Read(at, entries);
            for (var i = 0; i < count; i++) yield return entries[i];
            at += count;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        filter.Dispose();
        file.Dispose();
    }

    private void Fill(IEnumerable<TableEntry> sorted)
    {
        var entries = new TableEntry[BlockEntries * BlocksTogether];
        var filled = 0;
        foreach (var entry in sorted)
        {
            if (filled % BlockEntries == 0 && (Count + filled) / BlockEntries % headEvery == 0) heads.Add(entry.Key);
            filter.Add(entry.Key);
            entries[filled++] = entry;
            if (filled < entries.Length) continue;
            Append(entries);
            filled = 0;
        }

        Append(entries.AsSpan(0, filled));
        filter.Complete();
    }

    private void Append(ReadOnlySpan<TableEntry> entries)
    {
        file.Write(Count * TableEntry.Bytes, entries);
        Count += entries.Length;
    }

    private int Read(long from, TableEntry[] entries)
    {
        var count = (int)Math.Min(entries.Length, Count - from);
        file.Read(from * TableEntry.Bytes, entries.AsSpan(0, count));
        return count;
    }

    /// <summary>The last block that begins before a key, in which its first entry may stand; otherwise the first block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private long BlockBefore(ulong key)
    {
        var (from, to) = (0, heads.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (heads[middle] < key) from = middle + 1;
            else to = middle;
        }

        var known = Math.Max(0, from - 1) * headEvery;
        return headEvery == 1 ? known : BlockBefore(key, known, Math.Min(known + headEvery, Blocks));
    }

    /// <summary>The same among the blocks of a stretch, of which the first begins before the key where any does.</summary>
    private long BlockBefore(ulong key, long first, long end)
    {
        var (from, to) = (first + 1, end);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (HeadOf(middle) < key) from = middle + 1;
            else to = middle;
        }

        return from - 1;
    }

    private ulong HeadOf(long ofBlock)
    {
        Span<TableEntry> head = stackalloc TableEntry[1];
        file.Read(ofBlock * BlockEntries * TableEntry.Bytes, head);
        return head[0].Key;
    }

    private int FirstOf(ulong key, int count)
    {
        var (from, to) = (0, count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (block[middle].Key < key) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private static long BlocksOf(long entries) => (entries + BlockEntries - 1) / BlockEntries;
}
