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

    private readonly T[] items;
    private readonly Dictionary<string, int>? positions;

    /// <summary>Makes a table of items.</summary>
    public NameTable(IEnumerable<T> items)
    {
        this.items = [.. items];
        if (this.items.Length <= FewItems) return;
        positions = new(this.items.Length);
        for (var i = 0; i < this.items.Length; i++) positions[this.items[i].Name] = i;
    }

    /// <summary>The table without items.</summary>
    public static NameTable<T> Empty { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => items.Length;

    /// <summary>The item at a position of the order of definition.</summary>
    public T this[int index] => items[index];

    /// <summary>The item of a name; null when there is none.</summary>
    public T? Find(string name) => IndexOf(name) is >= 0 and var position ? items[position] : null;

    /// <summary>Whether there is an item of a name, and which.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out T? item) => (item = Find(name)) is not null;

    /// <summary>All items as a span, for loops that must not allocate.</summary>
    public ReadOnlySpan<T> AsSpan() => items;

    /// <summary>The position of the item of a name; -1 when there is none.</summary>
    internal int IndexOf(string name)
    {
        if (positions is not null) return positions.TryGetValue(name, out var position) ? position : -1;
        for (var i = items.Length - 1; i >= 0; i--)
            if (items[i].Name == name) return i;
        return -1;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
