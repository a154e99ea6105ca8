using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>What is known of a node that a batch speaks of.</summary>
internal sealed class KnownNode
{
    /// <summary>Neo4j's internal id; -1 until it is stored.</summary>
    public long Id { get; set; } = -1;

    /// <summary>Its type; null while there is no such node.</summary>
    public NodeType? Type { get; set; }

    /// <summary>This batch creates it.</summary>
    public bool IsNew { get; set; }

    /// <summary>How many updates of it the batch holds so far.</summary>
    public int Updates { get; set; }
}
