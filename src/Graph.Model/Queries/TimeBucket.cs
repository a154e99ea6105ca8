namespace Graph.Model.Queries;

/// <summary>
/// A stretch of time that days and instants (in UTC) are counted in. Buckets follow one another without a gap, and each is named
/// by its first day.
/// </summary>
public enum TimeBucket
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>Seven days from a Monday on, as ISO 8601 counts weeks.</summary>
    Week,

    /// <summary>A month from its first.</summary>
    Month,

    /// <summary>Three months from the first of January, April, July or October.</summary>
    Quarter,

    /// <summary>A year from the first of January.</summary>
    Year,
}
