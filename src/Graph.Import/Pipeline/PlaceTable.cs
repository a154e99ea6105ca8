using System.Runtime.CompilerServices;

namespace Graph.Import.Pipeline;

/// <summary>
/// Where each of many things was read first, and a hash of what was said of it there. Things and contents are known by
/// <see cref="RunHash"/> alone. Used by one thread at a time.
/// </summary>
/// <remarks>24 bytes each, and 8 to 16 to find it by; in segments, so that nothing is copied to grow.</remarks>
internal sealed class PlaceTable
{
    /// <summary>2^11 entries of a segment (48 KiB): small enough for the collector to place anywhere.</summary>
    private const int SegmentBits = 11;

    /// <summary>From which entry on they are of which file: records of one file follow one another.</summary>
    private readonly List<(int First, int File)> files = [];
    private Entry[][] segments = new Entry[16][];
    private Bucket[] buckets = new Bucket[1 << 10];
    private int count;

    /// <summary>Keeps a thing that is not known yet.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="content">The hash of what is said of it.</param>
    /// <param name="position">Where.</param>
    /// <returns>Where something else was said of it first; null where nothing was, or the same.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecordPosition? Add(ulong key, ulong content, RecordPosition position)
    {
        if (BucketOf(key).MayHold(key))
        {
            for (var i = BucketOf(key).First - 1; i >= 0;)
            {
                ref readonly var entry = ref At(i);
                if (entry.Key == key) return entry.Content == (uint)content ? null : new(FileOf(i), entry.Line, entry.Column);
                i = entry.Next;
            }
        }

        if (count == buckets.Length) Grow();
        var at = Take(position.File);
        At(at) = new() { Key = key, Content = (uint)content, Line = position.Line, Column = position.Column, Next = BucketOf(key).Put(key, at) };
        return null;
    }

    /// <summary>Forgets a thing, where it is the one that was read at this place.</summary>
    public void Remove(ulong key, RecordPosition position)
    {
        ref var way = ref BucketOf(key).First;
        if (way == 0) return;
        ref var first = ref At(way - 1);
        if (IsOf(way - 1, key, position))
        {
            way = first.Next + 1;
            return;
        }

        for (ref var before = ref first; before.Next >= 0; before = ref At(before.Next))
        {
            if (!IsOf(before.Next, key, position)) continue;
            before.Next = At(before.Next).Next;
            return;
        }
    }

    private bool IsOf(int index, ulong key, RecordPosition position)
    {
        ref readonly var entry = ref At(index);
        return entry.Key == key && (entry.Line, entry.Column) == (position.Line, position.Column) && FileOf(index) == position.File;
    }

    private int FileOf(int index)
    {
        var (from, to) = (0, files.Count - 1);
        while (from < to)
        {
            var middle = (from + to + 1) / 2;
            if (files[middle].First <= index) from = middle;
            else to = middle - 1;
        }

        return files[from].File;
    }

    /// <summary>A place for an entry of a file. That of one that is forgotten is not taken again, since it may be of another file.</summary>
    private int Take(int file)
    {
        if (files.Count == 0 || files[^1].File != file) files.Add((count, file));
        var segment = count >> SegmentBits;
        if (segment == segments.Length) Array.Resize(ref segments, segment * 2);
        segments[segment] ??= new Entry[1 << SegmentBits];
        return count++;
    }

    private void Grow()
    {
        var old = buckets;
        buckets = new Bucket[old.Length * 2];
        foreach (var bucket in old)
        {
            for (var i = bucket.First - 1; i >= 0;)
            {
                ref var entry = ref At(i);
                var next = entry.Next;
                entry.Next = BucketOf(entry.Key).Put(entry.Key, i);
                i = next;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry At(int index) => ref segments[index >> SegmentBits][index & ((1 << SegmentBits) - 1)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Bucket BucketOf(ulong key) => ref buckets[(int)(key & (ulong)(buckets.Length - 1))];

    /// <summary>
    /// The entries whose keys end alike. Five more bits of each key are marked beside the first: most things are new, and are
    /// known to be so without a look at any entry, which would be a wait for memory.
    /// </summary>
    private struct Bucket
    {
        /// <summary>The place of the entry put last, plus one.</summary>
        public int First;
        private uint marks;

        public readonly bool MayHold(ulong key) => (marks & Mark(key)) != 0;

        /// <summary>Puts an entry first; gives the place of the one that was.</summary>
        public int Put(ulong key, int index)
        {
            var next = First - 1;
            First = index + 1;
            marks |= Mark(key);
            return next;
        }

        private static uint Mark(ulong key) => 1u << (int)(key >> 59);
    }

    private struct Entry
    {
        public ulong Key;

        /// <summary>32 bits are enough: it is compared with that of one other record, not of all.</summary>
        public uint Content;
        public int Line;
        public int Column;
        public int Next;
    }
}
