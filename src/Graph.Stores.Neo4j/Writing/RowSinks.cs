using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Takes each row as whole numbers; null is -1, truth 1 and falsehood 0.</summary>
internal sealed class NumberRows(Action<long, long, long> take) : IRowSink
{
    public void OnRow(PackStreamReader row)
    {
        var count = row.ReadListHeader();
        var first = Read(ref row);
        var second = count > 1 ? Read(ref row) : -1;
        take(first, second, count > 2 ? Read(ref row) : -1);
    }

    private static long Read(ref PackStreamReader row) => row.Next() switch
    {
        PackStreamType.Null => row.TryReadNull() ? -1 : 0,
        PackStreamType.Boolean => row.ReadBoolean() ? 1 : 0,
        _ => row.ReadInteger(),
    };
}

/// <summary>Counts rows.</summary>
internal sealed class RowCount : IRowSink
{
    public long Count { get; private set; }

    public void OnRow(PackStreamReader row) => Count++;
}

/// <summary>Keeps the text that is the only column of each row.</summary>
internal sealed class TextRows : IRowSink
{
    public HashSet<string> All { get; } = new(StringComparer.Ordinal);

    public void OnRow(PackStreamReader row)
    {
        row.ReadListHeader();
        All.Add(row.ReadString());
    }

    public bool TryRestart() => true;
}

/// <summary>Keeps each row as its values.</summary>
internal sealed class ValueRows : IRowSink
{
    public List<List<object?>> All { get; } = [];

    public void OnRow(PackStreamReader row)
    {
        var values = new List<object?>();
        for (var left = row.ReadListHeader(); left > 0; left--) values.Add(row.ReadValue());
        All.Add(values);
    }

    public bool TryRestart()
    {
        All.Clear();
        return true;
    }
}

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
