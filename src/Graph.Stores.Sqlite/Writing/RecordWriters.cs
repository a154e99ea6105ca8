using Graph.Model.Ontologies;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>The writers of the types that a run has met, made when they are first needed.</summary>
internal sealed class RecordWriters(Connection connection, Layout layout, Journal journal)
{
    private readonly NodeWriter?[] nodes = new NodeWriter?[layout.Ontology.NodeTypes.Count];
    private readonly RelationshipWriter?[] relationships = new RelationshipWriter?[layout.Relationships.Count];

    /// <summary>Writes the nodes of a type.</summary>
    public NodeWriter Of(NodeType type) => nodes[type.Ordinal] ??= new(connection, type, layout.Of(type), journal);

    /// <summary>Writes the relationships of a type.</summary>
    public RelationshipWriter Of(RelationshipType type) => relationships[type.Ordinal] ??= new(connection, layout.Of(type), journal);
}
