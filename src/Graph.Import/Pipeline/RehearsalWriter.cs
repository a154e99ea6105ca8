using System.Security.Cryptography;
using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// Stands for the store's writer in a dry run: knows the nodes that the run has read and asks the store for others, so
/// that a relationship without its ends is found, and writes nothing.
/// </summary>
internal sealed class RehearsalWriter(IGraphStore store) : IGraphWriter
{
    /// <summary>Nodes by type and a hash of their id: 16 bytes a node, whatever its id.</summary>
    private readonly HashSet<(int Type, ulong Id)> read = [];

    public async ValueTask<WriteResult> WriteAsync(RecordBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var node in batch.Nodes) read.Add(Key(node.Type, batch.Utf8(batch.Cells(node)[node.Type.Id.Ordinal])));
        var wanted = new Dictionary<NodeType, HashSet<string>>();
        foreach (var relationship in batch.Relationships)
        {
            Want(relationship.StartType, relationship.Start);
            Want(relationship.EndType, relationship.End);
        }

        var stored = new Dictionary<NodeType, IReadOnlyDictionary<string, NodeType>>();
        foreach (var (type, ids) in wanted) stored[type] = await store.FindAsync(type, ids, cancellationToken);
        var refused = new List<Refusal>();
        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var relationship = batch.Relationships[i];
            if (!Exists(relationship.StartType, relationship.Start)) refused.Add(new(false, i, RefusalReason.NoStart, batch.Text(relationship.Start)));
            else if (!Exists(relationship.EndType, relationship.End)) refused.Add(new(false, i, RefusalReason.NoEnd, batch.Text(relationship.End)));
        }

        return new(default, default, refused);

        void Want(NodeType type, Cell id)
        {
            if (read.Contains(Key(type, batch.Utf8(id)))) return;
            if (!wanted.TryGetValue(type, out var ids)) wanted[type] = ids = [];
            ids.Add(batch.Text(id));
        }

        bool Exists(NodeType type, Cell id) =>
            read.Contains(Key(type, batch.Utf8(id))) || (stored.TryGetValue(type, out var found) && found.ContainsKey(batch.Text(id)));
    }

    public async ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(EntityType type, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, NodeType>(await store.FindAsync(type, ids, cancellationToken));
        foreach (var id in ids)
            if (type.ConcreteTypes.FirstOrDefault(one => read.Contains(Key(one, Encoding.UTF8.GetBytes(id)))) is { } known) found[id] = known;
        return found;
    }

    public ValueTask<long> FinishAsync(CancellationToken cancellationToken) => ValueTask.FromResult(0L);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static (int Type, ulong Id) Key(NodeType type, ReadOnlySpan<byte> id) => (type.Ordinal, Hash(id));

    /// <summary>The first 64 bits of SHA-256 of the id: no two ids of a million share them by chance.</summary>
    private static ulong Hash(ReadOnlySpan<byte> id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(id, hash);
        return BitConverter.ToUInt64(hash);
    }
}
