using System.Runtime.CompilerServices;

namespace Graph.Model.Spilling;

/// <summary>The newest entries of a table. Used by one thread at a time.</summary>
/// <remarks>
/// 24 bytes each, 4 to go on to the next of a bucket, 8 to 16 for the buckets and 12 to sort them; in segments, so that nothing is copied to grow.
/// </remarks>
internal sealed class TableMemory
{
    /// <summary>2^11 entries of a segment (56 KiB): small enough for the collector to place anywhere.</summary>
    private const int SegmentBits = 11;

    private readonly List<Linked[]> segments = [];
    private Bucket[] buckets = new Bucket[1 << 10];
    private ulong[] keys = [];
    private int[] places = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Puts an entry before those of its key that are there.</summary>
    public void Add(in TableEntry entry)
    {
        if (Count == buckets.Length) Grow();
        if (Count >> SegmentBits == segments.Count) segments.Add(new Linked[1 << SegmentBits]);
        At(Count) = new(entry, BucketOf(entry.Key).Put(entry.Key, Count));
        Count++;
    }

    /// <summary>The place of the newest entry of a key; -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ulong key)
    {
        ref var bucket = ref BucketOf(key);
        if (!bucket.MayHold(key)) return -1;
        var at = bucket.First - 1;
        while (at >= 0 && At(at).Entry.Key != key) at = At(at).Next;
        return at;
    }

    /// <summary>The place of the next older entry of the same key; -1 where there is none.</summary>
    public int After(int place)
    {
        var key = At(place).Entry.Key;
        var at = At(place).Next;
        while (at >= 0 && At(at).Entry.Key != key) at = At(at).Next;
        return at;
    }

    /// <summary>The entry at a place.</summary>
    public TableEntry this[int place] => At(place).Entry;

    /// <summary>All of them in the order of their keys, of one key the newest first.</summary>
    public IEnumerable<TableEntry> Sorted()
    {
        // Kept: a large import sorts a hundred times, and large arrays that are left to the collector stay for long.
        if (keys.Length < Count) (keys, places) = (new ulong[Count], new int[Count]);
        for (var i = 0; i < Count; i++) (keys[i], places[i]) = (At(i).Entry.Key, i);
        Array.Sort(keys, places, 0, Count);
        for (var i = 0; i < Count;)
        {
            var end = i + 1;
            while (end < Count && keys[end] == keys[i]) end++;
            if (end - i > 1) Array.Sort(places, i, end - i);
            for (var at = end - 1; at >= i; at--) yield return At(places[at]).Entry;
            i = end;
        }
    }

    /// <summary>Forgets all entries, keeping the room they took.</summary>
    public void Clear()
    {
        Array.Clear(buckets);
        Count = 0;
    }

    private void Grow()
    {
        buckets = new Bucket[buckets.Length * 2];

        // In the order in which they came: the newest of a key stays the first.
        for (var i = 0; i < Count; i++)
        {
            ref var linked = ref At(i);
            linked.Next = BucketOf(linked.Entry.Key).Put(linked.Entry.Key, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Linked At(int index) => ref segments[index >> SegmentBits][index & ((1 << SegmentBits) - 1)];

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
        public int Put(ulong key, int place)
        {
            var next = First - 1;
            First = place + 1;
            marks |= Mark(key);
            return next;
        }

        private static uint Mark(ulong key) => 1u << (int)(key >> 59);
    }

    private struct Linked(TableEntry entry, int next)
    {
        public readonly TableEntry Entry = entry;
        public int Next = next;
    }
}
