namespace Graph.Model.Runs;

/// <summary>How a run that changes a graph has ended.</summary>
public enum RunOutcome
{
    /// <summary>Everything is in.</summary>
    Complete,

    /// <summary>Some records were rejected, or removals withheld; all others are in.</summary>
    SomeRejected,

    /// <summary>It was cancelled; what it had finished is in.</summary>
    Cancelled,

    /// <summary>The store failed; what was finished before is in.</summary>
    Failed,
}
