namespace Graph.Stores.Neo4j.Bolt;

/// <summary>An open transaction. It belongs to one task and ends with the work it was given to.</summary>
internal interface IStatementTransaction
{
    /// <summary>The server that it is open on; null where only one is known.</summary>
    string? Server => null;

    /// <summary>
    /// Runs one statement inside this transaction. <see cref="Statement.Access"/>, <see cref="Statement.Timeout"/> and
    /// <see cref="Statement.Metadata"/> are those of the transaction, not of the statement.
    /// </summary>
    Task<StatementSummary> RunAsync(Statement statement, IRowSink rows, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs statements of which none needs the rows of another, in their order. Whoever can sends all of them before the first answer; this
    /// runs one after the other.
    /// </summary>
    async Task<IReadOnlyList<StatementSummary>> RunAllAsync(IReadOnlyList<AskedStatement> asked, CancellationToken cancellationToken = default)
    {
        var summaries = new List<StatementSummary>();
        foreach (var (statement, rows) in asked) summaries.Add(await RunAsync(statement, rows, cancellationToken));
        return summaries;
    }
}
