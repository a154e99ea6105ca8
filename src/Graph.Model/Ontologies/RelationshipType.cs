namespace Graph.Model.Ontologies;

/// <summary>
/// A stored type of relationship, such as <c>MADE</c>: what it connects and what it carries.
/// Two relationships are the same when type, ends and identifying properties agree (null equals null).
/// </summary>
public sealed class RelationshipType
{
    internal RelationshipType(string name, PropertySet? properties)
    {
        Name = name;
        Properties = properties;
    }

    /// <summary>The type's name in the stores, such as <c>ON_BEHALF_OF</c>.</summary>
    public string Name { get; }

    /// <summary>What it carries, or null.</summary>
    public PropertySet? Properties { get; }

    /// <summary>The properties that are part of a relationship's identity; none where it carries none.</summary>
    public IReadOnlyList<Property> Identifying => Properties?.Identifying ?? [];

    /// <summary>Several relationships of the type may connect the same two nodes: something tells them apart.</summary>
    public bool MayBeParallel => Identifying.Count > 0;

    /// <summary>The node types it may start at.</summary>
    public IReadOnlyList<NodeType> Starts { get; internal set; } = [];

    /// <summary>The node types it may end at.</summary>
    public IReadOnlyList<NodeType> Ends { get; internal set; } = [];

    /// <summary>The pairs of node types it may connect.</summary>
    public IReadOnlySet<(NodeType Start, NodeType End)> Pairs { get; internal set; } = new HashSet<(NodeType, NodeType)>();

    /// <summary>The types of which a node has at most one such relationship going out: their own field leads to one node.</summary>
    public IReadOnlySet<NodeType> SingleStarts { get; internal set; } = new HashSet<NodeType>();

    /// <summary>The types of which a node has at most one such relationship coming in.</summary>
    public IReadOnlySet<NodeType> SingleEnds { get; internal set; } = new HashSet<NodeType>();

    /// <summary>Every node has at most one such relationship going out, whatever its type.</summary>
    public bool IsSingleFromStart => Starts.All(SingleStarts.Contains);

    /// <summary>Every node has at most one such relationship coming in, whatever its type.</summary>
    public bool IsSingleFromEnd => Ends.All(SingleEnds.Contains);

    /// <summary>A node of some type has at most one such relationship, on one side or the other.</summary>
    public bool IsSingleForSome => SingleStarts.Count + SingleEnds.Count > 0;

    /// <summary>It only says where nodes come from.</summary>
    public bool IsProvenance => Ends.All(end => end.IsProvenance) || Starts.All(start => start.IsProvenance);

    /// <summary>The place among the ontology's relationship types, from 0.</summary>
    public int Ordinal { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
