using Graph.Model.Runs;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>The runs that have changed the graph, which nodes <c>:_Run</c> keep.</summary>
internal static class KeptRuns
{
    /// <summary>The label of the nodes that keep them.</summary>
    public const string Label = "_Run";

    // The lock on the one node of the graph's notes keeps two writers from giving one number. Nor is one given twice of whose run only the changes
    // are kept any more: they would be told as those of the new one, which would be taken for overtaken.
    private const string Create = $"MERGE (kept:{KeptCounts.Node})\nWITH kept OPTIONAL MATCH (r:{Label}) WITH coalesce(max(r.id), 0) AS known\n"
        + $"OPTIONAL CALL () {{ MATCH (c:{KeptChanges.Label}) WHERE c.run > 0 RETURN c.run AS written ORDER BY c.run DESC LIMIT 1 }}\n"
        + "WITH CASE WHEN written > known THEN written ELSE known END + 1 AS next\n"
        + $"CREATE (:{Label} {{id: next, run: $run}}) RETURN next";

    private const string Update = $"MATCH (r:{Label} {{id: $id}}) SET r.run = $run";

    private const string Delete = $"MATCH (r:{Label}) WHERE r.id <= $id DELETE r";

    /// <summary>Keeps a run, and gives one without a number the next.</summary>
    public static async Task<ImportRun> KeepAsync(ImportRun run, IStatementTransaction transaction, CancellationToken cancellation)
    {
        if (run.Id == 0)
        {
            long id = 0;
            await transaction.RunAsync(
                new(Create, StatementParameters.Of(("run", run.Text()))), new NumberRows((next, _, _) => id = next), cancellation);
            run = run with { Id = id };
            await transaction.RunAsync(new(Delete, StatementParameters.Of(("id", id - ImportRun.Kept))), NoRows.Instance, cancellation);
        }

        await transaction.RunAsync(new(Update, StatementParameters.Of(("id", run.Id), ("run", run.Text()))), NoRows.Instance, cancellation);
        return run;
    }

    /// <summary>Takes one out again.</summary>
    public static Task DropAsync(ImportRun run, IStatementTransaction transaction, CancellationToken cancellation) =>
        transaction.RunAsync(new($"MATCH (r:{Label} {{id: $id}}) DELETE r", StatementParameters.Of(("id", run.Id))), NoRows.Instance, cancellation);

    /// <summary>Reads some of them, latest first.</summary>
    public static async Task<IReadOnlyList<ImportRun>> ReadAsync(
        int limit, int offset, IStatementTransaction transaction, CancellationToken cancellation)
    {
        var rows = await transaction.RowsAsync(
            new(
                $"MATCH (r:{Label}) RETURN r.run ORDER BY r.id DESC SKIP $offset LIMIT $limit",
                StatementParameters.Of(("offset", (long)offset), ("limit", (long)limit))),
            cancellation);
        return [.. rows.Select(row => ImportRun.Parse(row[0] as string)).OfType<ImportRun>()];
    }
}
