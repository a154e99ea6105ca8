namespace Graph.Model.Stores;

/// <summary>Counts of what a batch did.</summary>
/// <param name="Added">Not stored before.</param>
/// <param name="Changed">
/// Stored before with other properties, or a relationship that takes the place of one to another node where there can be
/// but one.
/// </param>
/// <param name="Unchanged">Stored before just so.</param>
public readonly record struct WriteCounts(long Added, long Changed, long Unchanged)
{
    /// <summary>Adds two counts.</summary>
    public static WriteCounts operator +(WriteCounts a, WriteCounts b) =>
        new(a.Added + b.Added, a.Changed + b.Changed, a.Unchanged + b.Unchanged);
}
