using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>
/// Named input values after coercion: an input object, or the arguments of a field. Entries stand in the order of their
/// definition; what was not given and has no default is not there, which is different from null.
/// </summary>
/// <remarks>
/// Values are CLR values: what the scalar's coercion makes, the name of an enum value as <see cref="string"/>, lists as
/// <see cref="IReadOnlyList{T}"/> of <see cref="object"/>, input objects as <see cref="InputObject"/>, and null.
/// </remarks>
public sealed class InputObject : IReadOnlyDictionary<string, object?>
{
    private readonly InputField<object?>[] fields;

    internal InputObject(InputObjectType? type, InputField<object?>[] fields)
    {
        Type = type;
        this.fields = fields;
    }

    /// <summary>No values at all.</summary>
    public static InputObject Empty { get; } = new(null, []);

    /// <summary>The input object type; null for the arguments of a field.</summary>
    public InputObjectType? Type { get; }

    /// <inheritdoc/>
    public int Count => fields.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => fields.Select(entry => entry.Definition.Name);

    /// <inheritdoc/>
    public IEnumerable<object?> Values => fields.Select(entry => entry.Value);

    internal ReadOnlySpan<InputField<object?>> Fields => fields;

    /// <summary>The value of a name; null also when there is none, see <see cref="ContainsKey"/>.</summary>
    public object? this[string key] => TryGetValue(key, out var value) ? value : null;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object? value)
    {
        foreach (ref readonly var field in fields.AsSpan())
        {
            if (field.Definition.Name != key) continue;
            value = field.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>The value of a name when it is there, not null and of type <typeparamref name="T"/>.</summary>
    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? value)
    {
        if (TryGetValue(key, out var found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        fields.Select(field => KeyValuePair.Create(field.Definition.Name, field.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
