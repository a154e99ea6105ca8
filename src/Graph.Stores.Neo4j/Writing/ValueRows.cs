using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Writing;

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
