namespace Graph.Api;

/// <summary>
/// What one answer and one plan keep. What an operation may cost is a limit of the executor, what a query may ask of a
/// store one of the logical query, how many statements work at once one of the gate.
/// </summary>
internal static class Limits
{
    /// <summary>
    /// Most errors kept of one field: more than any response carries by default, so that a damaged database cannot fill the
    /// memory.
    /// </summary>
    public const int MaxErrors = 1_000;

    /// <summary>
    /// Most statements kept beside a plan's own: for cursors of an order by two values that may be missing there are four
    /// patterns, each with ids and without. Others are compiled as they come and forgotten.
    /// </summary>
    public const int MaxVariants = 2 * 4;
}
