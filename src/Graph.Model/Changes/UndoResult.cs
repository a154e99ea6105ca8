namespace Graph.Model.Changes;

/// <summary>What taking a run back did.</summary>
/// <param name="Added">Records that are there again.</param>
/// <param name="Changed">Records that have the values that they had.</param>
/// <param name="Removed">Records that are there no more.</param>
/// <param name="ByType">How many of each type, most first.</param>
/// <param name="First">The first of them, as <see cref="ChangedRecord.ToString"/> gives them, after what becomes of them: <c>+</c>, <c>~</c>,
/// <c>-</c>.</param>
public sealed record UndoResult(
    long Added,
    long Changed,
    long Removed,
    IReadOnlyList<(string Type, long Count)> ByType,
    IReadOnlyList<string> First)
{
    /// <summary>Records that are named: as many as fit a screen.</summary>
    private const int Named = 20;

    /// <summary>Records of which only who asserts them is again what it was; an import counts them as unchanged, too.</summary>
    public required long Asserters { get; init; }

    internal static UndoResult Of(UndoPlan plan)
    {
        var counted = plan.Changes.Where(change => !RecordState.HaveSameValues(change.From, change.To)).ToList();
        return new(
            counted.Count(change => change.From is null),
            counted.Count(change => change is { From: not null, To: not null }),
            counted.Count(change => change.To is null),
            [
                .. counted.CountBy(change => change.Record.Kind == RecordKind.Judgement ? "judgement" : change.Record.Type)
                    .Select(pair => (pair.Key, (long)pair.Value)).OrderByDescending(pair => pair.Item2)
                    .ThenBy(pair => pair.Key, StringComparer.Ordinal),
            ],
            [
                .. counted.OrderBy(change => change.Record.Kind).ThenBy(change => change.Record.Type, StringComparer.Ordinal)
                    .ThenBy(change => change.Record.Start, StringComparer.Ordinal)
                    .Take(Named).Select(change => $"{(change.From is null ? '+' : change.To is null ? '-' : '~')} {change.Record}"),
            ])
        {
            Asserters = plan.Changes.Count - counted.Count,
        };
    }
}
