using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

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
        words?.Relate(NodeOf(type.Starts, start), NodeOf(type.Ends, end), -1);
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

    // The end of a relationship that is gone, of which only the key is known.
    private long NodeOf(IEnumerable<NodeType> types, long key)
    {
        foreach (var family in types.Select(layout.Of).Distinct())
        {
            var statement = connection.Prepare($"SELECT {Words.NodeOf(family, "x")} FROM {Quote(family.Table)} AS x WHERE x.\"{Family.Key}\" = ?1");
            statement.Bind(1, key);
            var node = statement.Step() ? statement.Int64(0) : -1;
            statement.Reset();
            if (node >= 0) return node;
        }

        return -1;
    }

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
