using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// The full-text index during an import. A large import into an empty database drops it and makes it at the end, which
/// takes less than half the time of indexing every batch. An import that is broken off leaves the database without it; the
/// next import makes it, and so does <c>graph migrate</c>.
/// </summary>
internal sealed class SearchIndex(IStatementRunner runner, WriterContext context)
{
    /// <summary>Records after which an import into an empty database is large: making the index anew pays.</summary>
    private const int LargeImport = 10_000;

    // Words are indexed after the transactions; an import ends when they can be found.
    private const string AwaitRefresh = "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()";

    /// <summary>For readers of the index that keep it from being dropped: the import goes on with it.</summary>
    private static readonly TimeSpan DropTimeout = TimeSpan.FromSeconds(10);

    private readonly string? making = DatabaseSchema.SearchStatement(context.Ontology, context.Labels);
    private long records;
    private bool decided;
    private bool isPutOff;
    private bool isMadeNow;

    /// <summary>
    /// Before a batch of so many records is written: drops the index when this has become a large import into a database that
    /// was empty.
    /// </summary>
    public async Task PrepareAsync(int batch, bool wasEmpty, CancellationToken cancellationToken)
    {
        var before = records;
        records += batch;
        if (decided || making is null || before < LargeImport) return;
        decided = true;
        if (!wasEmpty) return;
        try
        {
            var drop = new Statement($"DROP INDEX {DatabaseSchema.SearchIndex} IF EXISTS")
            {
                Access = AccessMode.Write,
                Repeatable = true,
                Timeout = DropTimeout
            };
            await runner.RunAsync(drop, NoRows.Instance, cancellationToken);
            isPutOff = true;
        }
        catch (DatabaseException)
        {
            // Whoever may write need not be allowed to drop an index. The import is slower with it, and as good.
        }
    }

    /// <summary>Begins to make the index where it is missing; the server does so while other work goes on.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        if (making is null) return;
        try
        {
            var summary = await runner.RunAsync(new(making) { Access = AccessMode.Write, Repeatable = true }, NoRows.Instance, cancellationToken);
            isMadeNow = isPutOff || summary.Count("indexes-added") > 0;
            isPutOff = false;
        }
        catch (DatabaseException exception) when (exception.Kind == DatabaseErrorKind.ReadOnly && !isPutOff)
        {
            // Not allowed to make an index, nor asked to: it was there, or whoever dropped it knows.
        }
    }

    /// <summary>Waits until everything written can be found by its words.</summary>
    public async Task AwaitAsync(CancellationToken cancellationToken)
    {
        if (isMadeNow) await runner.RunAsync(new($"CALL db.awaitIndex('{DatabaseSchema.SearchIndex}', 3600)"), NoRows.Instance, cancellationToken);
        isMadeNow = false;
        await runner.RunAsync(new(AwaitRefresh), NoRows.Instance, cancellationToken);
    }
}
