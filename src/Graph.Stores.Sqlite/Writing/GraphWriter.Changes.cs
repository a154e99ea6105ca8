using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>What follows from records that go: words, degrees, counts and tallies.</summary>
internal sealed partial class GraphWriter : IRecordChanges
{
    /// <inheritdoc/>
    void IRecordChanges.Removed(NodeType type)
    {
        addedByType[type.Ordinal]--;
        tallies?.Touch(type);
    }

    /// <inheritdoc/>
    void IRecordChanges.Removed(RelationshipType type, long start, long end)
    {
        ranks.Relate(start, end, -1);
        tallies?.Touch(type);
    }

    /// <inheritdoc/>
    void IRecordChanges.Changed(RecordBatch batch, in NodeEntry node, long key)
    {
        words?.Replace(batch, node, key);
        tallies?.Touch(node.Type);
    }

    /// <inheritdoc/>
    void IRecordChanges.Changed(RelationshipType type) => tallies?.Touch(type);

    private Withdrawal Withdrawal() => new(connection, layout, sources, writers, asserted, this);

    private void KeepCounts()
    {
        for (var i = 0; i < addedByType.Length; i++)
        {
            if (addedByType[i] == 0) continue;
            var statement = connection.Prepare($"INSERT INTO \"{Definitions.Counts}\" VALUES ('{layout.Ontology.NodeTypes[i].Name}', ?1) ON CONFLICT DO UPDATE SET \"nodes\" = \"nodes\" + ?1");
            statement.Bind(1, addedByType[i]);
            statement.Run();
            addedByType[i] = 0;
        }
    }
}

/// <summary>Takes what becomes of stored records, so that what is derived from them can follow.</summary>
internal interface IRecordChanges
{
    /// <summary>A node is removed.</summary>
    void Removed(NodeType type);

    /// <summary>A relationship is removed; its ends are there still.</summary>
    void Removed(RelationshipType type, long start, long end);

    /// <summary>A node has other values now.</summary>
    void Changed(RecordBatch batch, in NodeEntry node, long key);

    /// <summary>A relationship has other values now.</summary>
    void Changed(RelationshipType type);
}
