using Graph.Model.Ontologies;

namespace Graph.Model.Values;

/// <summary>What the values of a property are: the ontology's promise, which a store of other origin may break.</summary>
/// <param name="Kind">The kind of value, or of each item.</param>
/// <param name="IsList">It is a list, whose items are never null.</param>
/// <param name="Enum">The names allowed; null where any are.</param>
public readonly record struct ValueForm(ScalarKind Kind, bool IsList = false, EnumType? Enum = null)
{
    /// <summary>A single value of the kind.</summary>
    public static implicit operator ValueForm(ScalarKind kind) => new(kind);

    /// <summary>The same for each item of a list.</summary>
    public ValueForm Item => this with { IsList = false };

    /// <summary>The text is one of the names allowed.</summary>
    public bool Allows(ReadOnlySpan<byte> name) => Enum is not { } names || names.Contains(name);
}
