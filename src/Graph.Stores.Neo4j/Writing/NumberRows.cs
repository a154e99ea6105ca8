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
