namespace Graph.Model.Stores;

/// <summary>What became of a batch.</summary>
/// <param name="Nodes">The nodes written.</param>
/// <param name="Relationships">The relationships written.</param>
/// <param name="Refused">The records not written; everything else of the batch was.</param>
public sealed record WriteResult(WriteCounts Nodes, WriteCounts Relationships, IReadOnlyList<Refusal> Refused);

/// <summary>Why a record was not written.</summary>
public enum RefusalReason
{
    /// <summary>No node of the named type has the id of a relationship's start.</summary>
    NoStart,

    /// <summary>No node of the named type has the id of a relationship's end.</summary>
    NoEnd,

    /// <summary>A node of another type of the same family has the id.</summary>
    OtherType,

    /// <summary>Another node has the value of a unique property.</summary>
    NotUnique,
}

/// <summary>A record that was not written.</summary>
/// <param name="IsNode">A node; otherwise a relationship.</param>
/// <param name="Index">Its place among the batch's nodes or relationships.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The id, type or property concerned.</param>
public readonly record struct Refusal(bool IsNode, int Index, RefusalReason Reason, string Detail);

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
