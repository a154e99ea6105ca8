using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Statements whose rows are few.</summary>
internal static class TransactionRows
{
    /// <summary>All rows of a statement, as their values.</summary>
    public static async Task<IReadOnlyList<List<object?>>> RowsAsync(
        this IStatementTransaction transaction,
        Statement statement,
        CancellationToken cancellation)
    {
        var rows = new ValueRows();
        await transaction.RunAsync(statement, rows, cancellation);
        return rows.All;
    }
}
