using System.Text;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Nodes that are stored, those of the batches so far among them.</summary>
internal sealed partial class GraphWriter
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        connection.Allow();
        var found = new Dictionary<string, NodeType>();
        foreach (var concrete in type.ConcreteTypes)
            foreach (var id in ids)
                if (KeyOf(concrete, Encoding.UTF8.GetBytes(id)) is not null) found[id] = concrete;
        new MergedTables(connection, layout.Ontology).AddTo(found, type, ids);
        return ValueTask.FromResult<IReadOnlyDictionary<string, NodeType>>(found);
    }

    private long? KeyOf(NodeType type, ReadOnlySpan<byte> id) => Find(type, id) is { } node && node.Type == type.Ordinal ? node.Key : null;

    private StoredNode? Find(NodeType type, ReadOnlySpan<byte> id)
    {
        var family = layout.Of(type);
        if (remembered.TryGet(family.Ordinal, id, out var known)) return known;
        var statement = connection.Prepare(family.FindStatement);
        statement.Bind(1, id);
        try
        {
            if (!statement.Step()) return null;
            var found = new StoredNode(statement.Int64(0), family.IsTyped ? family.TypeNamed(statement.Utf8(1)).Ordinal : family.Types[0].Ordinal);
            remembered.Add(family.Ordinal, id, found);
            return found;
        }
        finally
        {
            statement.Reset();
        }
    }

    private void Remember(RecordBatch batch, in NodeEntry node, long key) =>
        remembered.Add(layout.Of(node.Type).Ordinal, batch.Utf8(batch.Cells(node)[node.Type.Id.Ordinal]), new(key, node.Type.Ordinal));
}
