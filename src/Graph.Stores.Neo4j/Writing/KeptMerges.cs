using Graph.Model.Changes;
using Graph.Model.Merging;
using Graph.Model.Search;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// What a writer knows of actors that are one from one transaction to the next, while it has its turn: what a transaction has changed holds
/// once that is committed, and nothing holds where it was not, or where the turn was lost meanwhile.
/// </summary>
internal sealed class KeptMerges(WriterTurn turn, IStatementRunner runner)
{
    private Known? committed;
    private Known? working;
    private bool isIndexed;
    private bool isLookedAt;

    /// <summary>Begins within a transaction, which may be one that is run again.</summary>
    public async ValueTask<(MergeTransaction? Merging, MergeStorage Storage)> BeginAsync(
        IStatementTransaction transaction,
        WriterContext context,
        SourceNumbers sources,
        SearchTokens tokens,
        ChangeRecorder? recorder,
        CancellationToken cancellation)
    {
        working = committed is { } last && last.Turn == turn.Number ? last : new(new(), new(StringComparer.Ordinal), turn.Number);
        committed = null;
        var storage = new MergeStorage(transaction, context, sources, tokens, working.Keys, cancellation);
        return (await MergeTransaction.BeginAsync(context.Ontology, storage, sources.Listed, working.Merges, recorder), storage);
    }

    /// <summary>The transaction in which it was begun last is committed.</summary>
    public void Commit()
    {
        committed = working ?? committed;
        working = null;
    }

    /// <summary>Sees, before actors are merged, that what is kept of them can be found: without indexes each look-up reads all of it.</summary>
    /// <param name="unlessNone">Not where nothing is merged.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask PrepareAsync(bool unlessNone, CancellationToken cancellation)
    {
        if (isIndexed || turn.Rehearses || (unlessNone && isLookedAt)) return;
        isLookedAt = true;
        if (unlessNone && (await MergedNodes.CountAsync(runner, cancellation)) == 0) return;
        isIndexed = true;
        try
        {
            foreach (var index in MergedNodes.Indexes)
                await runner.RunAsync(new(index) { Access = AccessMode.Write, Repeatable = true }, NoRows.Instance, cancellation);
            await runner.RunAsync(new("CALL db.awaitIndexes(600)"), NoRows.Instance, cancellation);
        }
        catch (DatabaseException exception) when (exception.Kind == DatabaseErrorKind.ReadOnly)
        {
            // Whoever may write need not be allowed to make an index. Merging is slower without them, and as good.
        }
    }

    private sealed record Known(KnownMerges Merges, Dictionary<string, long> Keys, int Turn);
}
