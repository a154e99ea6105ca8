namespace Graph.Model.Queries;

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
