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
internal sealed class ClockCache<TKey, TValue>(int maxEntries, long maxWeight = long.MaxValue, IEqualityComparer<TKey>? comparer = null) where TKey : notnull where TValue : class
{
    private readonly int _probationLimit = Math.Clamp(maxEntries / 2, 1, FixedLimits.MaxProbationEntries);
    private readonly IEqualityComparer<TKey> _comparer = comparer ?? EqualityComparer<TKey>.Default;
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new(comparer ?? EqualityComparer<TKey>.Default);
    private readonly Queue<Entry> _probation = new();
    private readonly Queue<Entry> _round = new();
    private readonly Queue<int> _left = new();
    private readonly HashSet<int> _leftHashes = [];
    private readonly Lock _gate = new();
    private long _weight;

    /// <summary>How many entries there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _probation.Count + _round.Count;
        }
    }

    /// <summary>The value of a key, or null; a value found is kept longer.</summary>
    public TValue? Find(TKey key) => _entries.TryGetValue(key, out var entry) ? entry.Read() : null;

    /// <summary>As <see cref="Find"/>, with a key in another form.</summary>
    public TValue? FindAlternate<TAlternate>(TAlternate key) where TAlternate : notnull, allows ref struct =>
        _entries.GetAlternateLookup<TAlternate>().TryGetValue(key, out var entry) ? entry.Read() : null;

    /// <summary>Adds a value and gives it back; when another thread was faster, gives that one's.</summary>
    public TValue Add(TKey key, TValue value, long weight = 1)
    {
        // Something heavier than the whole cache is not worth emptying it for.
        if (weight > maxWeight || maxEntries < 1) return value;
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var present)) return present.Value;
            var returns = _leftHashes.Contains(_comparer.GetHashCode(key));
            while ((!returns && _probation.Count >= _probationLimit) || _probation.Count + _round.Count >= maxEntries || _weight + weight > maxWeight) MakeRoom();
            var entry = new Entry(key, value, weight);
            _entries[key] = entry;
            (returns ? _round : _probation).Enqueue(entry);
            _weight += weight;
            return value;
        }
    }

    private void MakeRoom()
    {
        var fromProbation = _probation.Count >= _probationLimit || _round.Count == 0;
        var entry = fromProbation ? _probation.Dequeue() : _round.Dequeue();
        if (entry.WasRead())
        {
            _round.Enqueue(entry);
            return;
        }

        _entries.TryRemove(entry.Key, out _);
        _weight -= entry.Weight;
        if (fromProbation) Remember(_comparer.GetHashCode(entry.Key));
    }

    /// <summary>Keeps in mind that a key was here; as many as there are entries at most.</summary>
    private void Remember(int hash)
    {
        if (!_leftHashes.Add(hash)) return;
        _left.Enqueue(hash);
        if (_left.Count > maxEntries) _leftHashes.Remove(_left.Dequeue());
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
