using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Counts rows.</summary>
internal sealed class RowCount : IRowSink
{
    public long Count { get; private set; }

    public void OnRow(PackStreamReader row) => Count++;
}
