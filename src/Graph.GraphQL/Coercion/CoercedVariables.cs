namespace Graph.GraphQL.Coercion;

/// <summary>The variables of one run after coercion (section 6.1.2), in the order of their definition. Never changes.</summary>
/// <remarks>Values are as <see cref="InputObject"/> describes them.</remarks>
public sealed class CoercedVariables
{
    private readonly string[] names;
    private readonly object?[] values;

    internal CoercedVariables(string[] names, object?[] values)
    {
        this.names = names;
        this.values = values;
    }

    /// <summary>The variables of an operation without any.</summary>
    public static CoercedVariables None { get; } = new([], []);

    /// <summary>Stands for a variable that was not given and has no default.</summary>
    internal static object Absent { get; } = new();

    /// <summary>How many the operation declares.</summary>
    public int Count => names.Length;

    internal ReadOnlySpan<object?> Slots => values;

    /// <summary>Coerces literals with these variables in them; one for all fields of a run.</summary>
    internal LiteralCoercion Literals => field ??= new(this);

    /// <summary>The value of a variable; null also when it is absent, see <see cref="TryGet"/>.</summary>
    public object? this[string name] => TryGet(name, out var value) ? value : null;

    /// <summary>Whether a variable has a value (perhaps null), and which.</summary>
    /// <param name="name">The name without <c>$</c>.</param>
    /// <param name="value">The value.</param>
    public bool TryGet(string name, out object? value)
    {
        var slot = SlotOf(name);
        value = slot < 0 || ReferenceEquals(values[slot], Absent) ? null : values[slot];
        return slot >= 0 && !ReferenceEquals(values[slot], Absent);
    }

    /// <summary>Only the values at the slots where <paramref name="kept"/> is true; the others are absent.</summary>
    internal CoercedVariables Only(bool[] kept) => new(names, [.. values.Select((value, slot) => kept[slot] ? value : Absent)]);

    internal int SlotOf(string name) => Array.IndexOf(names, name);
}
