using Graph.Model.Changes;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Changes that are kept, and runs that are taken back.</summary>
internal sealed partial class GraphWriter
{
    private long currentRun;

    /// <inheritdoc/>
    public async ValueTask<UndoResult> UndoAsync(long run, CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        stored.Forget();
        merged.Forget();
        await merges.PrepareAsync(unlessNone: true, cancellationToken);
        var result = await turn.WriteAsync((transaction, stop) => UndoAsync(run, transaction, stop), cancellationToken);
        merges.Commit();
        merged.Forget();
        return result;
    });

    /// <inheritdoc/>
    public async ValueTask ForgetChangesAsync(DateTimeOffset before, CancellationToken cancellationToken) => await Faults.TellAsync(() =>
        turn.WriteAsync((transaction, stop) => KeptChanges.ForgetAsync(before, transaction, stop), cancellationToken));

    private async Task<UndoResult> UndoAsync(long run, IStatementTransaction transaction, CancellationToken cancellation)
    {
        sources.Forget();
        await sources.LoadAsync(transaction, cancellation);
        var runs = await KeptRuns.ReadAsync(int.MaxValue, 0, transaction, cancellation);
        var plan = UndoPlan.Of(run, runs, await KeptChanges.ReadRunAsync(run, transaction, cancellation), context.Ontology);
        var recorder = Recorder();
        var (merging, storage) = await merges.BeginAsync(transaction, context, sources, tokens, recorder, cancellation);
        var result = await Undoing.Begin(plan, context.Ontology, storage, merging, recorder).RunAsync();
        if (context.Ontology.Tally is { } rule) await new Tallies(runner, turn, context, rule).RunAsync(transaction, cancellation);
        await context.Metadata.NoteAsync(transaction, new(0, 1, 0), default, touchedTallies: false, cancellation);
        await KeptChanges.AppendAsync(recorder, context.Location, transaction, cancellation);
        return result;
    }

    // Made anew for each try of a transaction. What is only rehearsed is not kept.
    private ChangeRecorder? Recorder() => turn.Rehearses ? null : new(currentRun, time.GetUtcNow());
}
