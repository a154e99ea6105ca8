using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>What merging does to the graph, so that what is derived from it follows.</summary>
internal interface IMergedGraph
{
    /// <summary>A node of the type is shown no more; for those who ask what was removed it is there still.</summary>
    void Hidden(NodeType type);

    /// <summary>The same of a relationship, whose ends are there.</summary>
    void Hidden(RelationshipType type, long start, long end);

    /// <summary>The key of a stored node; null where no node of the type has the id.</summary>
    long? KeyOf(NodeType type, string id);

    /// <summary>Writes records in nobody's name.</summary>
    void Write(RecordBatch batch);
}
