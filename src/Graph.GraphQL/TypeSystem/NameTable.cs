using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Graph.GraphQL.TypeSystem;

/// <summary>Something of the type system that has a name.</summary>
public interface INamed
{
    /// <summary>The name.</summary>
    string Name { get; }
}

/// <summary>Members of the type system in the order of their definition, found by name. Where two have one name, the later is found.</summary>
public sealed class NameTable<T> : IReadOnlyList<T> where T : class, INamed
{
    // Below this size comparing names one by one is faster than hashing.
    private const int FewItems = 4;

    private readonly T[] _items;
    private readonly Dictionary<string, int>? _positions;

    /// <summary>Makes a table of items.</summary>
    public NameTable(IEnumerable<T> items)
    {
        _items = [.. items];
        if (_items.Length <= FewItems) return;
        _positions = new(_items.Length);
        for (var i = 0; i < _items.Length; i++) _positions[_items[i].Name] = i;
    }

    /// <summary>The table without items.</summary>
    public static NameTable<T> Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a position of the order of definition.</summary>
    public T this[int index] => _items[index];

    /// <summary>The item of a name; null when there is none.</summary>
    public T? Find(string name) => IndexOf(name) is >= 0 and var position ? _items[position] : null;

    /// <summary>Whether there is an item of a name, and which.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? item) => (item = Find(name)) is not null;

    /// <summary>All items as a span, for loops that must not allocate.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>The position of the item of a name; -1 when there is none.</summary>
    internal int IndexOf(string name)
    {
        if (_positions is not null) return _positions.TryGetValue(name, out var position) ? position : -1;
        for (var i = _items.Length - 1; i >= 0; i--)
            if (_items[i].Name == name) return i;
        return -1;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
