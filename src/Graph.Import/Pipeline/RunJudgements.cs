using Graph.Model.Merging;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// The judgements of a run about which actors are one: recorded when all records are written, and those that a source gave before and
/// no longer gives are taken back, as its records are.
/// </summary>
internal sealed class RunJudgements(
    ImportOptions options, BatchPipeline pipeline, ImportLedger ledger, IGraphStore store, IGraphWriter writer, TimeProvider time)
{
    /// <summary>A source that gives no more judgements is looked over by whoever changes it: those that go are not confirmed.</summary>
    private const int MostUnconfirmed = 10;

    /// <summary>A source of whose judgements more than one in so many would go is confirmed first, as <see cref="Replacement"/> does.</summary>
    private const int Share = 3;

    /// <summary>Records them, and tells of those that have no effect.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var made = pipeline.Judgements.Select(read => read.Judgement with { Source = read.Judgement.Source ?? pipeline.Sources.Of(read.File) })
            .Concat(OfResolver())
            .Select(judgement => judgement with { At = judgement.At == default ? time.GetUtcNow() : judgement.At })
            .DistinctBy(judgement => judgement.Key).ToList();
        var listed = made.Select(judgement => judgement.Key).ToHashSet();
        var gone = await GoneAsync(listed, cancellationToken);
        if (made.Count + gone.Count == 0) return;
        var result = await writer.JudgeAsync(made, gone, unlessHeld: false, cancellationToken);
        ledger.Counts += new WriteCounts(result.Added, 0, made.Count - result.Added);
        ledger.Removed += result.Removed;
        foreach (var (judgement, reason) in result.Held.Where(held => listed.Contains(held.Judgement.Key)))
            ledger.Withhold(Messages.NotMerged(judgement, reason));
    }

    private IEnumerable<Judgement> OfResolver() => options.ResolverPath is { } path
        ? pipeline.Resolver.Judgements.Select(judgement => judgement with { Source = pipeline.Sources.Of(path) })
        : [];

    /// <summary>What the sources of the run no longer give, and may take back.</summary>
    private async Task<List<Judgement>> GoneAsync(HashSet<(string, string, bool, string)> listed, CancellationToken cancellationToken)
    {
        var replaced = pipeline.Sources.Replaced.ToList();
        if (replaced.Count == 0) return [];
        var recorded = (await store.JudgedAsync(cancellationToken)).Judgements.ToLookup(judgement => judgement.Source ?? "", StringComparer.Ordinal);
        var due = new List<Judgement>();
        foreach (var (source, files) in replaced)
        {
            var all = recorded[source].ToList();
            var gone = all.Where(judgement => !listed.Contains(judgement.Key)).ToList();
            if (gone.Count == 0) continue;
            if ((files.FirstOrDefault(ledger.HasRejected) ?? pipeline.Sources.Nameless.FirstOrDefault()) is { } faulty)
                ledger.Withhold(Messages.JudgementsWithheld(source, gone.Count, faulty));
            else if (!options.ConfirmRemovals && gone.Count > MostUnconfirmed && gone.Count * Share > all.Count)
                ledger.Withhold(Messages.JudgementsToConfirm(source, gone.Count, all.Count));
            else due.AddRange(gone);
        }

        return due;
    }
}
