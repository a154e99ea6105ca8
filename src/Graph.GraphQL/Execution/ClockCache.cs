using System.Collections.Concurrent;

namespace Graph.GraphQL.Execution;

/// <summary>
/// A cache with a bound, read without locks. When it is full, a hand goes round the entries and drops the first that was
/// not read since it last came by (the clock algorithm), so a flood of things asked for once does not push out what is used.
/// </summary>
/// <param name="maxEntries">Most entries.</param>
/// <param name="maxWeight">Most weight of all entries together, in the unit of the weights given.</param>
/// <param name="comparer">Compares keys; it must know the other forms of keys that are looked up.</param>
internal sealed class ClockCache<TKey, TValue>(int maxEntries, long maxWeight = long.MaxValue, IEqualityComparer<TKey>? comparer = null) where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new(comparer ?? EqualityComparer<TKey>.Default);
    private readonly Queue<Entry> _round = new();
    private readonly Lock _gate = new();
    private long _weight;

    public int Count => _entries.Count;

    /// <summary>The value of a key, or null; a value found is kept longer.</summary>
    public TValue? Find(TKey key) => _entries.TryGetValue(key, out var entry) ? entry.Read() : null;

    /// <summary>As <see cref="Find"/>, with a key in another form.</summary>
    public TValue? FindAlternate<TAlternate>(TAlternate key) where TAlternate : notnull, allows ref struct =>
        _entries.GetAlternateLookup<TAlternate>().TryGetValue(key, out var entry) ? entry.Read() : null;

    /// <summary>Adds a value and gives it back; when another thread was faster, gives that one's.</summary>
    public TValue Add(TKey key, TValue value, long weight = 1)
    {
        // Something heavier than the whole cache is not worth emptying it for.
        if (weight > maxWeight) return value;
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var present)) return present.Value;
            while (_entries.Count >= maxEntries || _weight + weight > maxWeight) DropOne();
            var entry = new Entry(key, value, weight);
            _entries[key] = entry;
            _round.Enqueue(entry);
            _weight += weight;
            return value;
        }
    }

    private void DropOne()
    {
        while (true)
        {
            var entry = _round.Dequeue();
            if (entry.WasRead())
            {
                _round.Enqueue(entry);
                continue;
            }

            _entries.TryRemove(entry.Key, out _);
            _weight -= entry.Weight;
            return;
        }
    }

    private sealed class Entry(TKey key, TValue value, long weight)
    {
        private bool _read;

        public TKey Key => key;

        public TValue Value => value;

        public long Weight => weight;

        public TValue Read()
        {
            if (!_read) _read = true;
            return value;
        }

        public bool WasRead()
        {
            var read = _read;
            _read = false;
            return read;
        }
    }
}
