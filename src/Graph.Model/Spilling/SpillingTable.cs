using Graph.Model.Stores;
using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Spilling;

/// <summary>
/// Any number of entries in little memory: the newest in a table of their own, all others in sorted runs in temporary files, of
/// which a few that are about as long become one. Used by one thread at a time.
/// </summary>
/// <remarks>
/// Some 6 MB of entries, at most 11 MB of filters before the runs that are not large, and 260 KB for each large one, of which there are
/// three for each power of four. The filters of large runs are in the files too: the table takes about the same memory whatever it holds.
/// </remarks>
/// <param name="memoryEntries">So many entries are the newest.</param>
/// <param name="openFile">Opens an empty file for reading and writing.</param>
public sealed class SpillingTable(int memoryEntries = SpillingTable.MemoryEntries, Func<SafeFileHandle>? openFile = null) : IDisposable
{
    /// <summary>In place of a file where any will do.</summary>
    public const int AnyFile = -1;

    /// <summary>2^17: 6 MB.</summary>
    private const int MemoryEntries = 1 << 17;

    /// <summary>So many runs of one length become one: an entry is then written once for each power of four.</summary>
    private const int RunsMerged = 4;

    /// <summary>2^13 entries that were found in files (200 KB): a few are asked for again and again.</summary>
    private const int CachedEntries = 1 << 13;

    private readonly SpillBudget budget = new(memoryEntries);
    private WordPool pool = new();
    private TableMemory memory = new();
    private readonly Stack<(SortedRun Run, int Merges)> runs = []; // The newest first.
    private TableEntry[] cached = []; // None until there are files.

    /// <summary>Bytes of memory that are taken by what is in files.</summary>
    internal long FileMemoryBytes => runs.Sum(run => run.Run.MemoryBytes);

    /// <summary>Adds an entry, which comes before older ones of its key.</summary>
    /// <exception cref="StoreException">A temporary file cannot be written, or not be read again.</exception>
    public void Add(in TableEntry entry)
    {
        if (memory.Count >= memoryEntries) Spill();
        memory.Add(entry);
        if (runs.Count == 0) return;
        ref var cache = ref CacheOf(entry.Key);
        if (cache.Key == entry.Key) cache = default;
    }

    /// <summary>
    /// Finds the newest entry of a key in one file, or in any. Of one table always the same is asked, for it keeps in mind what was found last.
    /// Entries of a file are added after those of files with smaller numbers.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="ofFile">The file, or <see cref="AnyFile"/>.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="StoreException">A temporary file cannot be read.</exception>
    public bool TryFind(ulong key, int ofFile, out TableEntry entry)
    {
        for (var at = memory.Find(key); at >= 0; at = memory.After(at))
        {
            entry = memory[at];
            if (ofFile == AnyFile || entry.File == ofFile) return true;
            if (entry.File < ofFile) return false;
        }

        entry = default;
        return runs.Count > 0 && TryFindInFiles(key, ofFile, out entry);
    }

    /// <summary>All entries of a key, the newest first.</summary>
    /// <exception cref="StoreException">A temporary file cannot be read.</exception>
    public IReadOnlyList<TableEntry> All(ulong key)
    {
        var found = new List<TableEntry>();
        for (var at = memory.Find(key); at >= 0; at = memory.After(at)) found.Add(memory[at]);
        foreach (var (run, _) in runs) found.AddRange(run.Of(key));
        return found;
    }

    /// <summary>Forgets all entries, and gives back their files and their memory, also while somebody still has the table.</summary>
    public void Dispose()
    {
        foreach (var (run, _) in runs) run.Dispose();
        runs.Clear();
        (memory, pool, cached) = (new(), new(), []);
    }

    private bool TryFindInFiles(ulong key, int ofFile, out TableEntry entry)
    {
        ref var cache = ref CacheOf(key);
        entry = cache;
        if (entry.Key == key && entry.Line != 0 && (ofFile == AnyFile || entry.File == ofFile)) return true;
        foreach (var (run, _) in runs)
        {
            if (!run.TryFind(key, ofFile, out entry)) continue;
            cache = entry;
            return true;
        }

        return false;
    }

    private void Spill()
    {
        runs.Push((SortedRun.Write(Open(), memory.Sorted(), memory.Count, budget, pool), 0));
        memory.Clear();
        if (cached.Length == 0) cached = new TableEntry[CachedEntries];
        while (runs.Count >= RunsMerged && runs.Take(RunsMerged).All(run => run.Merges == runs.Peek().Merges)) Merge();
    }

    private void Merge()
    {
        var merges = runs.Peek().Merges;
        var newestFirst = runs.Take(RunsMerged).Select(run => run.Run).ToList();
        var merged = SortedRun.Write(Open(), Merged(newestFirst), newestFirst.Sum(run => run.Count), budget, pool);
        foreach (var run in newestFirst)
        {
            runs.Pop();
            run.Dispose();
        }

        runs.Push((merged, merges + 1));
    }

    private static IEnumerable<TableEntry> Merged(List<SortedRun> newestFirst)
    {
        var readers = newestFirst.Select(run => run.All().GetEnumerator()).Where(reader => reader.MoveNext()).ToList();
        while (readers.Count > 0)
        {
            var first = 0;
            for (var i = 1; i < readers.Count; i++)
                if (readers[i].Current.Key < readers[first].Current.Key) first = i;
            yield return readers[first].Current;
            if (readers[first].MoveNext()) continue;
            readers[first].Dispose();
            readers.RemoveAt(first);
        }
    }

    private SafeFileHandle Open()
    {
        try
        {
            return openFile?.Invoke() ?? TemporaryFile.Open();
        }
        catch (Exception exception) when (SpillFaults.IsOfFile(exception))
        {
            throw SpillFaults.NotKept(exception);
        }
    }

    // A key of zeros is found in an empty place, which is of no line.
    private ref TableEntry CacheOf(ulong key) => ref cached[(int)(key & (CachedEntries - 1))];
}
