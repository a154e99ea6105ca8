using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

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
