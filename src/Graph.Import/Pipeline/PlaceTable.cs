using System.Runtime.CompilerServices;

namespace Graph.Import.Pipeline;

/// <summary>
/// Where each of many things was read first, and a hash of what was said of it there. Things and contents are known by
/// <see cref="RunHash"/> alone. Used by one thread at a time.
/// </summary>
/// <remarks>32 bytes each, and 4 to 8 to find it by; in segments, so that nothing is copied to grow.</remarks>
internal sealed class PlaceTable
{
    /// <summary>2^11 entries of a segment (64 KiB): small enough for the collector to place anywhere.</summary>
    private const int SegmentBits = 11;

    private Entry[][] segments = new Entry[16][];
    private int[] buckets = new int[1 << 10];
    private int count;
    private int free = -1;

    /// <summary>Keeps a thing that is not known yet.</summary>
    /// <param name="key">Its hash.</param>
    /// <param name="content">The hash of what is said of it.</param>
    /// <param name="position">Where.</param>
    /// <returns>Where something else was said of it first; null where nothing was, or the same.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public RecordPosition? Add(ulong key, ulong content, RecordPosition position)
    {
        for (var i = buckets[Bucket(key)] - 1; i >= 0;)
        {
            ref readonly var entry = ref At(i);
            if (entry.Key == key) return entry.Content == content ? null : new(entry.File, entry.Line, entry.Column);
            i = entry.Next;
        }

        if (count == buckets.Length) Grow();
        var at = Take();
        ref var bucket = ref buckets[Bucket(key)];
        At(at) = new() { Key = key, Content = content, File = position.File, Line = position.Line, Column = position.Column, Next = bucket - 1 };
        bucket = at + 1;
        return null;
    }

    /// <summary>Forgets a thing, where it is the one that was read at this place.</summary>
    public void Remove(ulong key, RecordPosition position)
    {
        ref var way = ref buckets[Bucket(key)];
        if (way == 0) return;
        ref var first = ref At(way - 1);
        if (first.IsOf(key, position))
        {
            (way, first.Next, free) = (first.Next + 1, free, way - 1);
            return;
        }

        for (ref var before = ref first; before.Next >= 0; before = ref At(before.Next))
        {
            ref var entry = ref At(before.Next);
            if (!entry.IsOf(key, position)) continue;
            (before.Next, entry.Next, free) = (entry.Next, free, before.Next);
            return;
        }
    }

    private int Take()
    {
        if (free >= 0)
        {
            var reused = free;
            free = At(reused).Next;
            return reused;
        }

        var segment = count >> SegmentBits;
        if (segment == segments.Length) Array.Resize(ref segments, segment * 2);
        segments[segment] ??= new Entry[1 << SegmentBits];
        return count++;
    }

    private void Grow()
    {
        var old = buckets;
        buckets = new int[old.Length * 2];
        foreach (var first in old)
        {
            for (var i = first - 1; i >= 0;)
            {
                ref var entry = ref At(i);
                ref var bucket = ref buckets[Bucket(entry.Key)];
                (bucket, entry.Next, i) = (i + 1, bucket - 1, entry.Next);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry At(int index) => ref segments[index >> SegmentBits][index & ((1 << SegmentBits) - 1)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Bucket(ulong key) => (int)(key & (ulong)(buckets.Length - 1));

    private struct Entry
    {
        public ulong Key;
        public ulong Content;
        public int File;
        public int Line;
        public int Column;
        public int Next;

        public readonly bool IsOf(ulong key, RecordPosition position) => Key == key && (File, Line, Column) == (position.File, position.Line, position.Column);
    }
}
