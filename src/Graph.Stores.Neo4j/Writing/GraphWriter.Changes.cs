using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Model.Runs;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

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
        return new Removal(runner, turn, context, Removed, ForgetGoneAsync).RunAsync(type, id, cancellationToken);
    });

    private async Task ForgetGoneAsync(IStatementTransaction transaction, CancellationToken cancellation)
    {
        await sources.LoadAsync(transaction, cancellation);
        var storage = new MergeStorage(transaction, context, sources, tokens, cancellation);
        if (await MergingAsync(storage) is not { } merging) return;
        await merging.ForgetGoneAsync();
        if (storage.HasMoved && context.Ontology.Tally is { } rule) await new Tallies(runner, turn, context, rule).RunAsync(transaction, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<ImportRun> KeepAsync(ImportRun run, CancellationToken cancellationToken) => await Faults.TellAsync(() =>
        turn.WriteAsync((transaction, stop) => KeptRuns.KeepAsync(run, transaction, stop), cancellationToken));

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
            {
                var keys = NumberId.Keys([.. Enumerable.Range(0, wanted.Count)], place => wanted[place]);
                var rows = RowParameters.Of(keys, 2, (writer, key) =>
                {
                    writer.WriteInteger(key.Item);
                    NumberId.Write(writer, wanted[key.Item], key.Number);
                });
                var take = new NumberRows((place, _, ordinal) =>
                {
                    if (ordinal >= 0 && context.Ontology.NodeTypes[(int)ordinal] is var one && type.ConcreteTypes.Contains(one)) found[wanted[(int)place]] = one;
                });
                foreach (var label in family.Lookups)
                    await transaction.RunAsync(WriteStatements.Whole(context.Statements.FindNodes(family, label), rows), take, stop);
            }

            return (IReadOnlyDictionary<string, NodeType>)found;
        },
        cancellationToken));
}
