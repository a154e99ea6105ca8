using System.Collections.Concurrent;

namespace Graph.GraphQL.Documents;

/// <summary>
/// A cache with a bound, read without locks. What comes new is on probation and leaves unless it is read, or comes again soon
/// after it left; what has stayed leaves when a hand that goes round finds it unread since it last came by (the clock algorithm).
/// So a flood of things asked for once neither pushes out what is used nor grows old in memory, which the garbage collector would pay for.
/// </summary>
/// <param name="maxEntries">Most entries.</param>
/// <param name="maxWeight">Most weight of all entries together, in the unit of the weights given.</param>
/// <param name="comparer">Compares keys; it must know the other forms of keys that are looked up.</param>
internal sealed class ClockCache<TKey, TValue>(
    int maxEntries,
    long maxWeight = long.MaxValue,
    IEqualityComparer<TKey>? comparer = null) where TKey : notnull where TValue : class
{
    private readonly int probationLimit = Math.Clamp(maxEntries / 2, 1, FixedLimits.MaxProbationEntries);
    private readonly IEqualityComparer<TKey> comparer = comparer ?? EqualityComparer<TKey>.Default;
    private readonly ConcurrentDictionary<TKey, Entry> entries = new(comparer ?? EqualityComparer<TKey>.Default);
    private readonly Queue<Entry> probation = new();
    private readonly Queue<Entry> round = new();
    private readonly Queue<int> left = new();
    private readonly HashSet<int> leftHashes = [];
    private readonly Lock gate = new();
    private long weight;

    /// <summary>How many entries there are.</summary>
    public int Count
    {
        get
        {
            lock (gate) return probation.Count + round.Count;
        }
    }

    /// <summary>The value of a key, or null; a value found is kept longer.</summary>
    public TValue? Find(TKey key) => entries.TryGetValue(key, out var entry) ? entry.Read() : null;

    /// <summary>As <see cref="Find"/>, with a key in another form.</summary>
    public TValue? FindAlternate<TAlternate>(TAlternate key) where TAlternate : notnull, allows ref struct =>
        entries.GetAlternateLookup<TAlternate>().TryGetValue(key, out var entry) ? entry.Read() : null;

    /// <summary>Adds a value and gives it back; when another thread was faster, gives that one's.</summary>
    public TValue Add(TKey key, TValue value, long weight = 1)
    {
        // Something heavier than the whole cache is not worth emptying it for.
        if (weight > maxWeight || maxEntries < 1) return value;
        lock (gate)
        {
            if (entries.TryGetValue(key, out var present)) return present.Value;
            var returns = leftHashes.Contains(comparer.GetHashCode(key));
            while ((!returns && probation.Count >= probationLimit) || probation.Count + round.Count >= maxEntries || this.weight + weight > maxWeight)
                MakeRoom();
            var entry = new Entry(key, value, weight);
            entries[key] = entry;
            (returns ? round : probation).Enqueue(entry);
            this.weight += weight;
            return value;
        }
    }

    private void MakeRoom()
    {
        var fromProbation = probation.Count >= probationLimit || round.Count == 0;
        var entry = fromProbation ? probation.Dequeue() : round.Dequeue();
        if (entry.WasRead())
        {
            round.Enqueue(entry);
            return;
        }

        entries.TryRemove(entry.Key, out _);
        weight -= entry.Weight;
        if (fromProbation) Remember(comparer.GetHashCode(entry.Key));
    }

    /// <summary>Keeps in mind that a key was here; as many as there are entries at most.</summary>
    private void Remember(int hash)
    {
        if (!leftHashes.Add(hash)) return;
        left.Enqueue(hash);
        if (left.Count > maxEntries) leftHashes.Remove(left.Dequeue());
    }

    private sealed class Entry(TKey key, TValue value, long weight)
    {
        private bool read;

        public TKey Key => key;

        public TValue Value => value;

        public long Weight => weight;

        public TValue Read()
        {
            if (!read) read = true;
            return value;
        }

        public bool WasRead()
        {
            var was = read;
            read = false;
            return was;
        }
    }
}
