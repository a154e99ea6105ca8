namespace Graph.Import;

/// <summary>How an import ended; the number is the exit code of the command.</summary>
public enum ImportOutcome
{
    /// <summary>Everything is in.</summary>
    Complete = 0,

    /// <summary>The store failed; what was written before stays.</summary>
    Failed = 1,

    /// <summary>A path does not exist, or holds nothing to import.</summary>
    WrongUsage = 2,

    /// <summary>Some records were rejected, or removals withheld; all others are in.</summary>
    SomeRejected = 3,

    /// <summary>Cancelled after a whole batch; the next run completes the work.</summary>
    Cancelled = 130,
}
