using Graph.Model.Merging;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// The judgements of a run about which actors are one: recorded when all records are written, and those that a source gave before and
/// no longer gives are taken back.
/// </summary>
internal sealed class RunJudgements(BatchPipeline pipeline, ImportLedger ledger, IGraphStore store, IGraphWriter writer, TimeProvider time)
{
    /// <summary>Records them, and tells of those that have no effect.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var made = pipeline.Judgements.Select(read => read.Judgement with
        {
            Source = read.Judgement.Source ?? pipeline.Sources.Of(read.File),
            At = read.Judgement.At == default ? time.GetUtcNow() : read.Judgement.At,
        }).DistinctBy(judgement => judgement.Key).ToList();
        var whole = pipeline.Sources.Replaced.Where(source => !source.Files.Any(ledger.HasRejected)).Select(source => source.Source)
            .ToHashSet(StringComparer.Ordinal);
        var listed = made.Select(judgement => judgement.Key).ToHashSet();
        List<Judgement> gone = whole.Count == 0
            ? []
            :
            [
                .. (await store.MergedAsync(cancellationToken)).Judgements
                    .Where(one => one.Source is { } source && whole.Contains(source) && !listed.Contains(one.Key)),
            ];
        if (made.Count + gone.Count == 0) return;
        var result = await writer.JudgeAsync(made, gone, unlessHeld: false, cancellationToken);
        ledger.Counts += new WriteCounts(result.Added, 0, made.Count - result.Added);
        ledger.Removed += result.Removed;
        foreach (var (judgement, reason) in result.Held.Where(held => listed.Contains(held.Judgement.Key)))
            ledger.Withhold(Messages.NotMerged(judgement, reason));
    }
}
