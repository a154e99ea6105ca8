using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Graph.Model.Stores;
using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Spilling;

/// <summary>Entries in a file, in the order of their keys, of one key the newest first; written once.</summary>
/// <remarks>In memory stay a filter of at most 4 MiB and the first key of each block, a twentieth of a byte an entry.</remarks>
internal sealed class SortedRun : IDisposable
{
    /// <summary>Entries read at once to find one: what fits into a page of the system (4 KiB).</summary>
    private const int BlockEntries = 4096 / TableEntry.Bytes;

    /// <summary>Blocks read or written at once where all are (64 KiB).</summary>
    private const int BlocksTogether = 16;

    private readonly SafeFileHandle file;
    private readonly KeyFilter filter;
    private readonly List<ulong> heads;
    private readonly TableEntry[] block = new TableEntry[BlockEntries];

    private SortedRun(SafeFileHandle file, long atMost)
    {
        this.file = file;
        filter = new(atMost);
        heads = new((int)(atMost / BlockEntries) + 1);
    }

    /// <summary>How many entries there are.</summary>
    public long Count { get; private set; }

    /// <summary>Writes a run.</summary>
    /// <param name="file">An empty file, which becomes the run's own.</param>
    /// <param name="sorted">The entries in their order.</param>
    /// <param name="atMost">At most so many.</param>
    /// <exception cref="StoreException">The file takes no more, or what is sorted cannot be read. The file is closed.</exception>
    public static SortedRun Write(SafeFileHandle file, IEnumerable<TableEntry> sorted, long atMost)
    {
        var run = new SortedRun(file, atMost);
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
        for (var at = BlockBefore(key); at < heads.Count && heads[at] <= key; at++)
        {
            var count = Read(at * (long)BlockEntries, block);
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
        for (var at = BlockBefore(key); at < heads.Count && heads[at] <= key; at++)
        {
            var count = Read(at * (long)BlockEntries, block);
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
    public void Dispose() => file.Dispose();

    private void Fill(IEnumerable<TableEntry> sorted)
    {
        var entries = new TableEntry[BlockEntries * BlocksTogether];
        var filled = 0;
        foreach (var entry in sorted)
        {
            if (filled % BlockEntries == 0) heads.Add(entry.Key);
            filter.Add(entry.Key);
            entries[filled++] = entry;
            if (filled < entries.Length) continue;
            Append(entries);
            filled = 0;
        }

        Append(entries.AsSpan(0, filled));
    }

    private void Append(ReadOnlySpan<TableEntry> entries)
    {
        try
        {
            RandomAccess.Write(file, MemoryMarshal.AsBytes(entries), Count * TableEntry.Bytes);
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            throw SpillFaults.NotKept(exception);
        }

        Count += entries.Length;
    }

    private int Read(long from, TableEntry[] entries)
    {
        var bytes = MemoryMarshal.AsBytes(entries.AsSpan(0, (int)Math.Min(entries.Length, Count - from)));
        try
        {
            for (var read = 0; read < bytes.Length;)
            {
                var more = RandomAccess.Read(file, bytes[read..], from * TableEntry.Bytes + read);
                if (more == 0) throw new EndOfStreamException();
                read += more;
            }
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            throw SpillFaults.NotRead(exception);
        }

        return bytes.Length / TableEntry.Bytes;
    }

    /// <summary>The last block that begins before a key, in which its first entry may stand; otherwise the first block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int BlockBefore(ulong key)
    {
        var (from, to) = (0, heads.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (heads[middle] < key) from = middle + 1;
            else to = middle;
        }

        return Math.Max(0, from - 1);
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
}
