using System.Text;
using Graph.Import.Dossiers;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// Stands for the store's writer in a dry run: knows the nodes that the run has read and asks for those that are stored, so
/// that it refuses what the store would, and writes nothing.
/// </summary>
internal sealed class RehearsalWriter : IGraphWriter
{
    private readonly FindStored find;

    /// <summary>By type, the types among which its ids are unique: those that share an interface with it, or with one that does.</summary>
    private readonly NodeType[][] families;

    /// <summary>The nodes read, by the first type of the family and a hash of their id: some 40 bytes each, whatever the id.</summary>
    private readonly Dictionary<(int Family, ulong Id), NodeType> read = [];

    /// <param name="ontology">The ontology.</param>
    /// <param name="find">Finds stored nodes; finds none where there is no store.</param>
    public RehearsalWriter(Ontology ontology, FindStored find)
    {
        this.find = find;
        families = [.. ontology.NodeTypes.Select(type => FamilyOf(ontology, type))];
    }

    public async ValueTask<WriteResult> WriteAsync(RecordBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(batch);
        var refused = new List<Refusal>();
        for (var i = 0; i < batch.Nodes.Count; i++)
        {
            var (type, id) = (batch.Nodes[i].Type, batch.Cells(batch.Nodes[i])[batch.Nodes[i].Type.Id.Ordinal]);
            if (TypeOf(type, id) is { } other && other != type) refused.Add(new(IsNode: true, i, RefusalReason.OtherType, other.Name));
            else read[Key(type, batch.Utf8(id))] = type;
        }

        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var one = batch.Relationships[i];
            if (TypeOf(one.StartType, one.Start) != one.StartType) refused.Add(new(IsNode: false, i, RefusalReason.NoStart, batch.Text(one.Start)));
            else if (TypeOf(one.EndType, one.End) != one.EndType) refused.Add(new(IsNode: false, i, RefusalReason.NoEnd, batch.Text(one.End)));
        }

        return new(default, default, refused);

        NodeType? TypeOf(NodeType type, Cell id) =>
            read.TryGetValue(Key(type, batch.Utf8(id)), out var known) ? known
            : stored.TryGetValue(families[type.Ordinal][0], out var found) && found.TryGetValue(batch.Text(id), out var there) ? there
            : null;
    }

    public async ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, NodeType>(await find(type, ids));
        foreach (var id in ids)
            foreach (var one in type.ConcreteTypes)
                if (read.TryGetValue(Key(one, Encoding.UTF8.GetBytes(id)), out var known) && known == one) found[id] = one;
        return found;
    }

    public ValueTask<long> FinishAsync(CancellationToken cancellationToken) => ValueTask.FromResult(0L);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The stored nodes that the batch speaks of and the run has not read; of nodes only those whose id another type may have.</summary>
    private async ValueTask<Dictionary<NodeType, Dictionary<string, NodeType>>> StoredAsync(RecordBatch batch)
    {
        var wanted = new Dictionary<NodeType, HashSet<string>>();
        foreach (var node in batch.Nodes)
            if (families[node.Type.Ordinal].Length > 1) Want(node.Type, batch.Cells(node)[node.Type.Id.Ordinal]);
        foreach (var relationship in batch.Relationships)
        {
            Want(relationship.StartType, relationship.Start);
            Want(relationship.EndType, relationship.End);
        }

        var stored = new Dictionary<NodeType, Dictionary<string, NodeType>>();
        foreach (var (first, ids) in wanted)
        {
            var found = stored[first] = [];
            foreach (var type in families[first.Ordinal])
                foreach (var (id, _) in await find(type, ids)) found[id] = type;
        }

        return stored;

        void Want(NodeType type, Cell id)
        {
            if (read.ContainsKey(Key(type, batch.Utf8(id)))) return;
            var first = families[type.Ordinal][0];
            if (!wanted.TryGetValue(first, out var ids)) wanted[first] = ids = [];
            ids.Add(batch.Text(id));
        }
    }

    private static NodeType[] FamilyOf(Ontology ontology, NodeType type)
    {
        var family = new HashSet<NodeType> { type };
        while (true)
        {
            var more = ontology.NodeTypes.Where(other => family.Any(one => one.Interfaces.Any(other.Interfaces.Contains))).ToList();
            if (more.All(family.Contains)) return [.. family.OrderBy(one => one.Ordinal)];
            family.UnionWith(more);
        }
    }

    private (int Family, ulong Id) Key(NodeType type, ReadOnlySpan<byte> id) => (families[type.Ordinal][0].Ordinal, RunHash.Add(0, id));
}
