using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// What rows are ordered by. Missing values are the greatest: last when ascending, first when descending. Text is
/// ordered by Unicode code point.
/// </summary>
/// <param name="Descending">Greatest first.</param>
public abstract record SortKey(bool Descending)
{
    /// <summary>The kind of its values.</summary>
    public ScalarKind Kind => this switch
    {
        PropertySort { Property.Property.Kind: var kind } => kind,
        RelatedSort { Key.Kind: var kind } => kind,
        _ => ScalarKind.Int,
    };

    /// <summary>A row may have no value.</summary>
    public bool MayBeMissing => this is RelatedSort or PropertySort { Property.Property.IsRequired: false };
}

/// <summary>By a property of the node or the relationship at hand.</summary>
/// <param name="Property">The property.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record PropertySort(PropertyRef Property, bool Descending) : SortKey(Descending);

/// <summary>By the number of distinct related nodes.</summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record RelatedCountSort(RelationshipField Field, bool Descending) : SortKey(Descending);

/// <summary>
/// By a key of the one related node. A node that none is related to has no value; of several (a store may hold more than the
/// ontology allows) the one with the least id counts.
/// </summary>
public sealed record RelatedSort : SortKey
{
    /// <summary>Orders by a key of the related node, in the key's own direction.</summary>
    /// <param name="field">The relationship followed from the node at hand; <see cref="RelationshipField.IsList"/> is false.</param>
    /// <param name="key">The key of the node that it leads to; over <see cref="Subject.Node"/> only.</param>
    public RelatedSort(RelationshipField field, SortKey key)
        : base(key.Descending) => (Field, Key) = (field, key);

    /// <summary>The relationship followed from the node at hand.</summary>
    public RelationshipField Field { get; }

    /// <summary>The key of the node that it leads to.</summary>
    public SortKey Key { get; }
}

/// <summary>
/// A position in an order: the values of the row's sort keys, one for each key of the query's sort.
/// </summary>
/// <param name="Values">A parameter for each key; null where the row's value is missing.</param>
public sealed record Keyset(IReadOnlyList<Parameter?> Values);

/// <summary>
/// Which part of an ordered set is answered. The sort is always total: the caller ends it with the id (and, for
/// relationships, their identifying properties).
/// </summary>
/// <param name="Limit">At most that many rows (Int, 0 or more); null: all.</param>
/// <param name="Offset">Rows left out at the start (Int, 0 or more); null: none.</param>
/// <param name="After">Only rows after this position.</param>
/// <param name="Before">Only rows before this position.</param>
/// <param name="FromEnd">The last rows of the set instead of the first, still answered in the order of the sort.</param>
/// <param name="Probe">
/// One row more than <paramref name="Limit"/> is answered where there is one, so that the caller knows of a further page:
/// as the last row, or, with <paramref name="FromEnd"/>, as the first.
/// </param>
public sealed record Page(
    Parameter? Limit = null,
    Parameter? Offset = null,
    Keyset? After = null,
    Keyset? Before = null,
    bool FromEnd = false,
    bool Probe = false)
{
    /// <summary>The whole set.</summary>
    public static Page Whole { get; } = new();
}
