using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// The end of a run that read whole sources: what they asserted before and no longer list is taken back, unless something of
/// them was rejected, or so much would go that somebody has to say so.
/// </summary>
internal sealed class Replacement(ImportOptions options, RunSources sources, ImportLedger ledger, IGraphWriter writer, TimeProvider time)
{
    /// <summary>A source of which more than one in so many would go is confirmed first: a file was cut off, or another given its name.</summary>
    private const int Share = 3;

    /// <summary>Takes back what may be taken back, and tells of the rest.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = new List<string>();
        foreach (var (source, files) in sources.Replaced)
        {
            var counts = await writer.CountUnlistedAsync(source, cancellationToken);
            if (counts.UnlistedNodes + counts.UnlistedRelationships == 0) continue;
            var unlisted = Messages.Unlisted(counts);
            if (files.FirstOrDefault(ledger.HasRejected) is { } faulty) ledger.Withhold(Messages.RemovalsWithheld(source, unlisted, faulty));
            else if (sources.Nameless is [var unread, ..]) ledger.Withhold(Messages.RemovalsWithheld(source, unlisted, unread));
            else if (!options.ConfirmRemovals && IsLarge(counts)) ledger.Withhold(Messages.RemovalsToConfirm(source, unlisted, counts));
            else due.Add(source);
        }

        if (due.Count == 0) return;
        var done = await writer.WithdrawUnlistedAsync(due, time.GetUtcNow(), cancellationToken);
        ledger.Removed += done.Removed;
        ledger.Counts += new WriteCounts(0, done.Changed, 0);
    }

    private static bool IsLarge(UnlistedCounts counts) =>
        counts.UnlistedNodes * Share > counts.Nodes || counts.UnlistedRelationships * Share > counts.Relationships;
}
