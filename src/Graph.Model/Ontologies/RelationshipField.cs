namespace Graph.Model.Ontologies;

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
