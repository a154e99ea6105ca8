using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Model.Sources;

/// <summary>
/// The records that a run has written in the name of one source: what the source asserts beyond them it no longer lists. Records
/// are known by the store's own keys, some 40 bytes each.
/// </summary>
public sealed class ListedRecords
{
    private readonly HashSet<long> nodes = [];
    private readonly HashSet<(int Type, long Start, long End, string Identity)> relationships = [];
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    /// <summary>Notes a node.</summary>
    public void Add(long node) => nodes.Add(node);

    /// <summary>Notes a relationship.</summary>
    public void Add(RelationshipType type, long start, long end, string identity) => relationships.Add((type.Ordinal, start, end, identity));

    /// <summary>Notes a record that the graph does not hold as its source gives it, by a key of its own.</summary>
    public void Add(string key) => named.Add(key);

    /// <summary>Such a record was written.</summary>
    public bool Has(string key) => named.Contains(key);

    /// <summary>A node was written.</summary>
    public bool Has(long node) => nodes.Contains(node);

    /// <summary>A relationship was written.</summary>
    public bool Has(RelationshipType type, long start, long end, string identity) => relationships.Contains((type.Ordinal, start, end, identity));

    /// <summary>What tells a relationship apart from others of its type between the same nodes; empty where nothing does.</summary>
    public static string Identity(RelationshipType type, RecordBatch batch, ReadOnlySpan<Cell> cells)
    {
        if (!type.MayBeParallel) return "";
        var text = new StringBuilder();
        foreach (var property in type.Identifying)
        {
            ref readonly var cell = ref cells[property.Ordinal];
            text.Append((char)('0' + (int)cell.Kind)).Append(cell.Kind is CellKind.Text or CellKind.List ? batch.Text(cell) : cell.Number.ToString())
                .Append('\0');
        }

        return text.ToString();
    }
}
