using Graph.Import.FollowTheMoney;
using Graph.Import.Parties;
using Graph.Import.Pipeline;
using Graph.Import.Rejections;
using Graph.Import.Sources;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Import;

/// <summary>Imports dossiers and JSON Lines into a store.</summary>
public static class Importer
{
    /// <summary>Records added from which on a full collection of garbage, some fifty milliseconds, is nothing beside the import.</summary>
    private const long ManyRecords = 100_000;

    /// <summary>
    /// Reads the files, checks every record against the store's ontology, writes what is sound in batches of one
    /// transaction each, and brings the tallies up to date. JSON Lines go first, so that dossiers can refer to what they
    /// hold, and feeds last, which name the actors of both. What a source asserted before and no longer lists is taken back at the
    /// end. Records that stay out are written to <see cref="ImportOptions.RejectedPath"/>.
    /// </summary>
    /// <param name="options">What and how.</param>
    /// <param name="store">Where to.</param>
    /// <param name="time">Gives the time of import and measures.</param>
    /// <param name="progress">Told after each batch; may be null.</param>
    /// <param name="cancellationToken">Finishes the batch that is being written, then reports.</param>
    /// <returns>What was done. Bad input, a wrong path and a failing store are in the report, never thrown.</returns>
    public static Task<ImportReport> RunAsync(
        ImportOptions options,
        IGraphStore store,
        TimeProvider time,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) => RunAsync(options, store, time, progress, RecordSources.All, cancellationToken);

    /// <summary>The formats that <see cref="ImportOptions.Format"/> may name.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. RecordSources.All.Select(format => format.Name)];

    /// <summary>Whether a code is that of a state in ISO 3166-1 alpha-3, as <see cref="ImportOptions.Countries"/> takes them.</summary>
    public static bool IsState(string code) => StateTable.Shipped.OfCode(code.ToUpperInvariant()) is not null;

    /// <summary>
    /// Says which path cannot be imported, as the report would, so that no store need be made or opened for it.
    /// </summary>
    /// <returns>A sentence, or null where all paths are files or folders to import.</returns>
    public static string? WrongPath(ImportOptions options) =>
        IsResolverAlone(options) ? null : SourceFile.WrongPath(options.Paths, options.RejectedPath, RecordSources.All);

    private static bool IsResolverAlone(ImportOptions options) => options is { Paths: [], ResolverPath: not null };

    /// <summary>The same with formats of one's own.</summary>
    internal static async Task<ImportReport> RunAsync(
        ImportOptions options,
        IGraphStore store,
        TimeProvider time,
        IProgress<ImportProgress>? progress,
        IReadOnlyList<IRecordSource> formats,
        CancellationToken cancellationToken)
    {
        var chosen = formats.FirstOrDefault(format => string.Equals(format.Name, options.Format, StringComparison.OrdinalIgnoreCase));
        var (files, wrongUsage) = IsResolverAlone(options) ? ([], null) : SourceFile.Find(options.Paths, options.RejectedPath, formats, chosen);
        if (options.Format is { } named && chosen is null) wrongUsage = Messages.NoSuchFormat(named, formats.Select(format => format.Name));
        if (wrongUsage is not null) return new() { Outcome = ImportOutcome.WrongUsage, Failure = wrongUsage, DryRun = options.DryRun };

        using var rejected = new RejectedRecords(options.DryRun ? null : options.RejectedPath, time.GetUtcNow());
        var order = formats.SelectMany(format => files.Where(file => file.Format == format)).ToList();
        var resolver = ResolverSource.FileOf(options);
        if (resolver is not null) order = [resolver, .. order.Where(file => Path.GetFullPath(file.Path) != Path.GetFullPath(resolver.Path))];
        var ledger = new ImportLedger(options, order, rejected, time);
        var measured = new MeasuredProgress(progress);
        var hasBegun = false;
        var failure = await WriteAsync();
        var rejectedPath = rejected.Finish();
        failure ??= rejected.Failure;
        var report = ledger.Report();
        var outcome = failure is not null ? ImportOutcome.Failed
            : cancellationToken.IsCancellationRequested ? ImportOutcome.Cancelled
            : rejected.Count > 0 || report.Withheld.Count > 0 ? ImportOutcome.SomeRejected
            : ImportOutcome.Complete;
        measured.End(ledger.Progress(), outcome);
        return report with
        {
            Outcome = outcome,
            Failure = failure,
            HasBegun = hasBegun,
            RejectedPath = rejectedPath,
            RejectedUnwritten = rejected.Unwritten,
        };

        // Opens the writer, and keeps of the run what it did; gives the sentence of a store that failed.
        async Task<string?> WriteAsync()
        {
            try
            {
                await using var writer = options.DryRun
                    ? await store.OpenRehearsalAsync(cancellationToken)
                        ?? new RehearsalWriter((type, ids) => store.FindAsync(type, ids, cancellationToken))
                    : await store.OpenWriterAsync(cancellationToken);
                hasBegun = true;
                using var pipeline = new BatchPipeline(options, store, store.RecordsPerBatch, writer, time, ledger, new(order), measured);
                if (options.DryRun) return (await StepsAsync(writer, pipeline))?.Message;
                var run = await writer.KeepAsync(new() { Command = "import", StartedAt = time.GetUtcNow() }, CancellationToken.None);
                pipeline.SourcesMet = async names => await writer.KeepAsync(run with { Sources = names }, CancellationToken.None);
                var fault = await StepsAsync(writer, pipeline);
                // A store that is away has been waited for as long as there is patience.
                if (fault is { Fault: StoreFault.Unavailable }) return fault.Message;
                try
                {
                    await writer.KeepAsync(Ended(run, pipeline.Sources.Names, fault is not null), CancellationToken.None);
                }
                catch (StoreException) when (fault is not null)
                {
                    // What has failed before is what there is to tell; the run stays without an end.
                }

                return fault?.Message;
            }
            catch (StoreException exception)
            {
                return exception.Message;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }

        // The steps of an import in their order; gives the fault of a store that failed.
        async Task<StoreException?> StepsAsync(IGraphWriter writer, BatchPipeline pipeline)
        {
            try
            {
                foreach (var file in order.Where(file => file.Fault is not null)) ledger.Reject(new(file.Path, [new(0, 0, file.Fault!)], null));
                if (resolver is not null) await pipeline.ReadAsync(resolver.Format, [resolver], cancellationToken);
                foreach (var format in formats)
                    if (order.Where(file => file.Format == format && file.Fault is null).ToList() is { Count: > 0 } own)
                        await pipeline.ReadAsync(format, own, cancellationToken);
                if (resolver is not null) await pipeline.FindJudgedAsync(cancellationToken);
                await pipeline.SettleAsync(cancellationToken);

                try
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await new Replacement(options, pipeline.Sources, ledger, writer, time).RunAsync(cancellationToken);
                    await new RunJudgements(options, pipeline, ledger, store, writer, time).RunAsync(cancellationToken);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    // What was written must not stand beside tallies and indexes that do not know it: the end below is made all the same.
                }

                if (options.DryRun) return null;
                Release(pipeline);
                ledger.Tallies = await writer.FinishAsync(CancellationToken.None);
                await writer.ForgetChangesAsync(time.GetUtcNow().AddDays(-options.KeepChanges), CancellationToken.None);
                return null;
            }
            catch (StoreException exception)
            {
                return exception;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }

        // The end of a large import sorts what it makes: what reading took is given back first, so that the two do not add up.
        void Release(BatchPipeline pipeline)
        {
            pipeline.Dispose();
            if (ledger.Counts.Added > ManyRecords) RunMemory.GiveBack();
        }

        ImportRun Ended(ImportRun run, IReadOnlyList<string> sources, bool hasFailed)
        {
            var report = ledger.Report();
            return run with
            {
                EndedAt = time.GetUtcNow(),
                Outcome = hasFailed ? RunOutcome.Failed
                    : cancellationToken.IsCancellationRequested ? RunOutcome.Cancelled
                    : report.Rejected > 0 || report.Withheld.Count > 0 ? RunOutcome.SomeRejected
                    : RunOutcome.Complete,
                Sources = sources,
                Read = report.Read,
                Added = report.Added,
                Changed = report.Changed,
                Removed = report.Removed,
                Unchanged = report.Unchanged,
                Rejected = report.Rejected,
            };
        }
    }
}
