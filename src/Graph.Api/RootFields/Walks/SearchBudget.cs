namespace Graph.Api.RootFields.Walks;

/// <summary>What one search may still look at.</summary>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Ends the search without an answer.</param>
internal sealed class SearchBudget(TimeProvider time, CancellationToken cancellationToken)
{
    private readonly long start = time.GetTimestamp();
    private int sinceLook;

    /// <summary>Steps that may still be looked at.</summary>
    public int Left { get; private set; } = Limits.MaxExpansions;

    /// <summary>What ended the search; null while it may go on.</summary>
    public SearchBound? Bound { get; private set; }

    /// <summary>Takes some steps; false when they are too many, or time is up.</summary>
    public bool TryTake(int steps = 1)
    {
        if (Bound is not null) return false;
        if (steps > Left) Bound = SearchBound.Expansions;
        else Left -= steps;
        sinceLook += steps;
        if (sinceLook >= Limits.ExpansionsBetweenLooks) Look();
        return Bound is null;
    }

    /// <summary>Counts work that takes nothing; false when time is up.</summary>
    public bool TryLook()
    {
        if (++sinceLook >= Limits.ExpansionsBetweenLooks) Look();
        return Bound is null;
    }

    /// <summary>Looks at the clock.</summary>
    public void Look()
    {
        sinceLook = 0;
        cancellationToken.ThrowIfCancellationRequested();
        if (Bound is null && time.GetElapsedTime(start).TotalSeconds >= Limits.MaxSearchSeconds) Bound = SearchBound.Time;
    }
}
