using System.Text;
using Graph.Model.Records;

namespace Graph.Import.JsonLines;

/// <summary>
/// Nodes of one file whose line has another id than their property <c>id</c>: an export from Neo4j numbers its nodes, and
/// its relationships refer to these numbers. Takes memory only for such nodes (some 150 bytes each).
/// </summary>
internal sealed class ForeignIds
{
    private readonly Dictionary<string, string> owns = new(StringComparer.Ordinal);

    /// <summary>Forgets all.</summary>
    public void Clear() => owns.Clear();

    /// <summary>Remembers that a line's id stands for a node's own.</summary>
    public void Add(ReadOnlySpan<byte> foreign, ReadOnlySpan<byte> own) => owns[Encoding.UTF8.GetString(foreign)] = Encoding.UTF8.GetString(own);

    /// <summary>The node's own id, where the line gave another.</summary>
    public Cell Own(Cell id, bool isOwn, RecordBatch batch)
    {
        if (isOwn || owns.Count == 0) return id;
        return owns.TryGetValue(batch.Text(id), out var own) ? batch.AddText(own) : id;
    }
}
