using Graph.Model.Records;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Writes batches to the database, one transaction each.</summary>
internal sealed class Neo4jWriter(IStatementRunner runner, WriterContext context, WriterTurn turn) : IGraphWriter
{
    // Words are indexed behind the transactions; an import ends when they can be found.
    private const string AwaitSearch = "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()";

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync(RecordBatch batch, DateTimeOffset now, CancellationToken cancellationToken) => await Faults.TellAsync(() =>
        turn.WriteAsync((transaction, cancellation) => new BatchWork(batch, Cell.Of(now), context, transaction, cancellation).RunAsync(), cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<long> RefreshTalliesAsync(CancellationToken cancellationToken) => await Faults.TellAsync(async () =>
    {
        var tallies = context.Ontology.Tally is { } rule ? new TallyRefresh(runner, turn, context, rule) : null;
        if (tallies is not null && await context.Marks.AreTalliesDueAsync(runner, cancellationToken)) await tallies.RunAsync(cancellationToken);
        await turn.WriteAsync(
            async (transaction, cancellation) =>
            {
                await context.Marks.SettleAsync(transaction, cancellation);
                return true;
            },
            cancellationToken);
        await runner.RunAsync(new(AwaitSearch), new NumberRows(static (_, _, _) => { }), cancellationToken);
        return tallies is null ? 0 : await tallies.CountAsync(cancellationToken);
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => turn.DisposeAsync();
}
