namespace Graph.Model.Ontologies;

/// <summary>Which way a relationship points, seen from the node that declares the field.</summary>
public enum Direction
{
    /// <summary>From the declaring node to the target.</summary>
    Out,

    /// <summary>From the target to the declaring node.</summary>
    In,
}

/// <summary>The properties that relationships of a type carry: a type with <c>@relationshipProperties</c>.</summary>
public sealed class PropertySet
{
    internal PropertySet(string name, string? description, IReadOnlyList<Property> properties, Interval? interval)
    {
        Name = name;
        Description = description;
        Properties = properties;
        Interval = interval;
        for (var i = 0; i < properties.Count; i++) properties[i].Ordinal = i;
        Identifying = [.. properties.Where(property => property.IsIdentifying)];
    }

    /// <summary>The name of the set, such as <c>Tally</c>.</summary>
    public string Name { get; }

    /// <summary>What it says, or null.</summary>
    public string? Description { get; }

    /// <summary>The properties; <see cref="Property.Ordinal"/> is the index.</summary>
    public IReadOnlyList<Property> Properties { get; }

    /// <summary>The days on which relationships that carry the set hold; null where it says nothing of days.</summary>
    public Interval? Interval { get; }

    /// <summary>The properties that tell parallel relationships apart.</summary>
    public IReadOnlyList<Property> Identifying { get; }

    /// <summary>The property of that name, or null.</summary>
    public Property? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);
}

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

/// <summary>A field that leads from a node along a relationship to other nodes, such as <c>Accusation.accusers</c>.</summary>
public sealed class RelationshipField
{
    /// <summary>The field's name in the API.</summary>
    public required string Name { get; init; }

    /// <summary>What it says, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The relationship it follows.</summary>
    public required RelationshipType Relationship { get; init; }

    /// <summary>Which way it follows it.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The type that declares the field; an interface's own field is declared by the interface.</summary>
    public required EntityType Source { get; init; }

    /// <summary>What it leads to.</summary>
    public required EntityType Target { get; init; }

    /// <summary>Leads to a list; otherwise to one node or none.</summary>
    public required bool IsList { get; init; }

    /// <summary>The node types that a relationship of the type may lead to in this direction, whoever declares the field.</summary>
    public IReadOnlyList<NodeType> Ends => Direction == Direction.Out ? Relationship.Ends : Relationship.Starts;

    /// <summary>The node types that may have a relationship of the type in this direction.</summary>
    public IReadOnlyList<NodeType> Starts => Direction == Direction.Out ? Relationship.Starts : Relationship.Ends;

    /// <summary>Every relationship from a node leads to one of the <see cref="Target"/>'s types, so that the far end need not be looked at.</summary>
    public bool IsCertain => Ends.All(Target.ConcreteTypes.Contains);

    /// <summary>
    /// A node of the declaring type has at most one relationship of the type in this direction, in the stores too; <see cref="IsList"/> is what the
    /// field says.
    /// </summary>
    public bool IsSingle => Source.ConcreteTypes.All((Direction == Direction.Out ? Relationship.SingleStarts : Relationship.SingleEnds).Contains);

    /// <inheritdoc/>
    public override string ToString() => $"{Source.Name}.{Name}";
}
