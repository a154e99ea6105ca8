using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Search;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Reading;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Writes batches to the database, one transaction each.</summary>
internal sealed partial class GraphWriter(
    IStatementRunner runner, WriterContext context, WriterTurn turn, IGraphStore store, MergedIds merged, TimeProvider time) : IGraphWriter
{
    private readonly StoredNodes stored = new(context);
    private readonly SearchIndex search = new(runner, context);
    private readonly SearchTokens tokens = new();
    private readonly SourceNumbers sources = new();
    private readonly KeptMerges merges = new(turn, runner);

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync(
        RecordBatch batch,
        DateTimeOffset now,
        CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        if (!turn.Rehearses) await search.PrepareAsync(batch.Count, stored.AreAllOurs, cancellationToken);
        await merges.PrepareAsync(unlessNone: true, cancellationToken);
        var index = new BatchIndex(batch, context);
        try
        {
            return await WriteOnceAsync(batch, index, now, cancellationToken);
        }
        catch (DatabaseException exception) when (exception.Kind == DatabaseErrorKind.ConstraintViolated)
        {
            // A node that was taken to be new is stored already.
            stored.Forget();
            return await WriteOnceAsync(batch, index, now, cancellationToken);
        }
    });

    private async Task<WriteResult> WriteOnceAsync(RecordBatch batch, BatchIndex index, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (result, work) = await turn.WriteAsync(
            async (transaction, cancellation) =>
            {
                sources.Forget();
                var recorder = Recorder();
                var work = new BatchWriter(batch, index, Cell.Of(now), context, stored, tokens, sources, recorder, transaction, cancellation)
                {
                    Merges = merges,
                };
                var result = await work.RunAsync();
                await KeptChanges.AppendAsync(recorder, context.Location, transaction, cancellation);
                return (result, work);
            },
            cancellationToken);
        merges.Commit();
        work.Remember();
        if (work.HasMoved) merged.Forget();
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) =>
        turn.Rehearses ? FindRehearsedAsync(type, ids, cancellationToken) : store.FindAsync(type, ids, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<UnlistedCounts> CountUnlistedAsync(string source, CancellationToken cancellationToken) => await Faults.TellAsync(() =>
        ReadAsync(
            async (transaction, stop) =>
            {
                await sources.LoadAsync(transaction, stop);
                if (sources.IsNew(source) || sources.Find(source) is not { } number) return default;
                var counts = await new UnlistedRecords(transaction, context, sources, stop).CountAsync(source);
                if ((await merges.BeginAsync(transaction, context, sources, tokens, recorder: null, stop)).Merging is not { } merging) return counts;
                counts += await merging.CountAsync(number);
                merges.Commit(); // Nothing was changed.
                return counts;
            },
            cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<WithdrawalCounts> WithdrawUnlistedAsync(
        IReadOnlyCollection<string> sources,
        DateTimeOffset now,
        CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        stored.Forget();
        merged.Forget();
        var withdrawal = new Withdrawal(runner, turn, context, this.sources, tokens, merges, Recorder, Removed, Cell.Of(now));
        var done = await withdrawal.RunAsync(sources, cancellationToken);
        merges.Commit();
        return done;
    });

    private async Task<JudgementResult> JudgeOnceAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken)
    {
        stored.Forget();
        var done = await turn.WriteAsync(
            async (transaction, stop) =>
            {
                sources.Forget();
                await sources.LoadAsync(transaction, stop);
                var recorder = Recorder();
                var (begun, _) = await merges.BeginAsync(transaction, context, sources, tokens, recorder, stop);
                if (begun is not { } merging) return new JudgementResult(0, 0, 0, []);
                var result = await merging.JudgeAsync(made, retracted, unlessHeld);
                if (result.Added + result.Removed == 0) return result;
                if (context.Ontology.Tally is { } rule) await new Tallies(runner, turn, context, rule).RunAsync(transaction, stop);
                await context.Metadata.NoteAsync(transaction, new(0, 1, 0), default, touchedTallies: false, stop);
                await KeptChanges.AppendAsync(recorder, context.Location, transaction, stop);
                return result;
            },
            cancellationToken);
        merges.Commit();
        merged.Forget();
        return done;
    }

    /// <inheritdoc/>
    public async ValueTask<long> FinishAsync(CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        // What is brought up to date beside the transaction of a rehearsal would wait for its locks.
        if (turn.Rehearses) return 0;
        if (!stored.AreAllOurs) await context.Tokens.RefreshAsync(runner, cancellationToken);
        else if (!await context.Tokens.AreMadeAsync(runner, cancellationToken)) await NodeTokens.NoteAsync(runner, cancellationToken);
        await search.MakeAsync(cancellationToken);
        var tallies = context.Ontology.Tally is { } rule ? new Tallies(runner, turn, context, rule) : null;
        if (tallies is not null && await context.Metadata.AreTalliesDueAsync(runner, cancellationToken)) await tallies.RunAsync(cancellationToken);
        var degrees = await context.Degrees.CountAsync(runner, cancellationToken);
        await turn.WriteAsync(
            async (transaction, cancellation) =>
            {
                await context.Metadata.SettleAsync(transaction, degrees, cancellation);
                return true;
            },
            cancellationToken);
        await search.AwaitAsync(cancellationToken);
        return tallies is null ? 0 : await tallies.CountAsync(cancellationToken);
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        sources.Dispose();
        return turn.DisposeAsync();
    }
}
