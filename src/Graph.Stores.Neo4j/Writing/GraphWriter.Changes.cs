using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Model.Runs;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Records that go, and what is only rehearsed.</summary>
internal sealed partial class GraphWriter
{
    /// <inheritdoc/>
    public RemovedRecords Removed { get; } = new();

    /// <inheritdoc/>
    public async ValueTask<RemovalResult> RemoveAsync(NodeType type, string id, CancellationToken cancellationToken) => await Faults.TellAsync(() =>
    {
        stored.Forget();
        merged.Forget();
        return new Removal(runner, turn, context, Recorder, Removed, BeginForgettingAsync).RunAsync(type, id, cancellationToken);
    });

    // Begins before anything goes, and gives what is to be done after it.
    private async Task<Func<Task>> BeginForgettingAsync(IStatementTransaction transaction, ChangeRecorder? recorder, CancellationToken cancellation)
    {
        await sources.LoadAsync(transaction, cancellation);
        var (merging, storage) = await merges.BeginAsync(transaction, context, sources, tokens, recorder, cancellation);
        return async () =>
        {
            if (merging is null) return;
            await merging.ForgetGoneAsync();
            if (storage.HasMoved && context.Ontology.Tally is { } rule)
            {
                await new Tallies(runner, turn, context, rule).RunAsync(transaction, cancellation);
            }
        };
    }

    /// <inheritdoc/>
    public async ValueTask<ImportRun> KeepAsync(ImportRun run, CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        var kept = await turn.WriteAsync(
            async (transaction, stop) =>
            {
                await stored.LookAsync(transaction, stop);
                return await KeptRuns.KeepAsync(run, transaction, stop);
            },
            cancellationToken);
        currentRun = kept.EndedAt is null ? kept.Id : 0;
        return kept;
    });

    /// <inheritdoc/>
    public async ValueTask DropAsync(ImportRun run, CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        currentRun = await turn.WriteAsync(
            async (transaction, stop) =>
            {
                await KeptRuns.DropAsync(run, transaction, stop);
                return 0L;
            },
            cancellationToken);
        return currentRun;
    });

    // What is only rehearsed is seen in its own transaction alone.
    private Task<T> ReadAsync<T>(Func<IStatementTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        turn.Rehearses ? turn.WriteAsync(work, cancellationToken) : runner.ReadAsync(work, cancellationToken: cancellationToken);

    private async ValueTask<IReadOnlyDictionary<string, NodeType>> FindRehearsedAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken) => await Faults.TellAsync(() => turn.WriteAsync(
        async (transaction, stop) =>
        {
            var found = new Dictionary<string, NodeType>();
            List<string> wanted = [.. ids];
            foreach (var family in type.ConcreteTypes.Select(context.FamilyOf).Distinct())
                await NodeLookup.FindAsync(transaction, context, family, wanted, (place, _, one) => Take(wanted[place], one), stop);
            var others = wanted.Where(id => !found.ContainsKey(id)).ToList();
            foreach (var row in others.Count == 0 ? [] : await transaction.RowsAsync(MergedNodes.TypesOf(others), stop))
                Take((string)row[0]!, context.Ontology.FindNodeType((string)row[1]!));
            return (IReadOnlyDictionary<string, NodeType>)found;

            void Take(string id, NodeType? one)
            {
                if (one is not null && type.ConcreteTypes.Contains(one)) found[id] = one;
            }
        },
        cancellationToken));
}
