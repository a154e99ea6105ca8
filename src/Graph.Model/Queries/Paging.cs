using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// What rows are ordered by. Missing values are the greatest: last when ascending, first when descending. Text is
/// ordered by Unicode code point.
/// </summary>
/// <param name="Descending">Greatest first.</param>
public abstract record SortKey(bool Descending);

/// <summary>By a property of the node or the relationship at hand.</summary>
/// <param name="Property">The property.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record PropertySort(PropertyRef Property, bool Descending) : SortKey(Descending);

/// <summary>By the number of distinct related nodes.</summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record RelatedCountSort(RelationshipField Field, bool Descending) : SortKey(Descending);

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
