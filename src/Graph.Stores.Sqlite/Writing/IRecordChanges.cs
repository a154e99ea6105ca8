using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Takes what becomes of stored records, so that what is derived from them can follow.</summary>
internal interface IRecordChanges
{
    /// <summary>A node is about to be removed.</summary>
    void Removing(NodeType type, long key);

    /// <summary>A relationship is removed; its ends are there still.</summary>
    void Removed(RelationshipTable table, in StoredRelationship one);

    /// <summary>A node has other values now.</summary>
    void Changed(RecordBatch batch, in NodeEntry node, long key);

    /// <summary>A relationship has other values now.</summary>
    void Changed(RelationshipType type);
}
