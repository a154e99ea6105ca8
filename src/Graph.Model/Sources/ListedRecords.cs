using System.Runtime.InteropServices;
using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Spilling;
using Graph.Model.Stores;

namespace Graph.Model.Sources;

/// <summary>
/// The records that a run has written in the name of one source: what the source asserts beyond them it no longer lists. Records
/// are known by a <see cref="RunHash"/> of the store's own keys.
/// </summary>
/// <exception cref="StoreException">A temporary file cannot be written or read: of every member that notes or asks.</exception>
public sealed class ListedRecords
{
    private readonly SpillingTable table;
    private readonly ulong nodes;
    private readonly ulong relationships;
    private readonly ulong named;

    internal ListedRecords(SpillingTable table, int source)
    {
        this.table = table;
        var hash = RunHash.Add(0, source);
        (nodes, relationships, named) = (RunHash.Add(hash, 0), RunHash.Add(hash, 1), RunHash.Add(hash, 2));
    }

    /// <summary>Notes a node.</summary>
    public void Add(long node) => Add(Key(node));

    /// <summary>Notes a relationship.</summary>
    public void Add(RelationshipType type, long start, long end, string identity) => Add(Key(type, start, end, identity));

    /// <summary>Notes a record that the graph does not hold as its source gives it, by a key of its own.</summary>
    public void Add(string key) => Add(Key(key));

    /// <summary>Such a record was written.</summary>
    public bool Has(string key) => Has(Key(key));

    /// <summary>A node was written.</summary>
    public bool Has(long node) => Has(Key(node));

    /// <summary>A relationship was written.</summary>
    public bool Has(RelationshipType type, long start, long end, string identity) => Has(Key(type, start, end, identity));

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

    private void Add(ulong key) => table.Add(new(key, 0, 1, 0));

    private bool Has(ulong key) => table.TryFind(key, SpillingTable.AnyFile, out _);

    private ulong Key(long node) => RunHash.Add(nodes, node);

    private ulong Key(RelationshipType type, long start, long end, string identity) =>
        RunHash.Add(RunHash.Add(RunHash.Add(RunHash.Add(relationships, type.Ordinal), start), end), Bytes(identity));

    private ulong Key(string key) => RunHash.Add(named, Bytes(key));

    private static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());
}
