using Graph.Model.Ontologies;
using Graph.Model.Text;

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

/// <summary>A stored value that is not of its property's form.</summary>
/// <param name="Found">What was found, as a person reads it, shortened.</param>
/// <param name="Index">The position in the list, from 0; null where the value itself is at fault.</param>
public sealed record ValueFault(string Found, int? Index = null)
{
    /// <summary>Signs shown of a stored value: enough to recognise it in the database, too few to fill a response.</summary>
    public const int MostShown = 40;

    /// <summary>A fault whose text is cut to <see cref="MostShown"/> signs.</summary>
    public static ValueFault Of(string found) =>
        new(Shortened.Of(found, MostShown));
}
