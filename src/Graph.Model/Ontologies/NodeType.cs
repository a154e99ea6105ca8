namespace Graph.Model.Ontologies;

/// <summary>A type of node, such as <c>Person</c>.</summary>
public sealed class NodeType : EntityType
{
    private readonly NodeType[] self;

    internal NodeType(string name, string plural, string? description, IReadOnlyList<string> labels)
        : base(name, plural, description)
    {
        Labels = labels;
        self = [this];
    }

    /// <summary>The labels of its nodes in Neo4j and in JSON Lines; the first is usually the name.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Its nodes say where others come from, which connects these with each other no more than a shelf does its books.</summary>
    public bool IsProvenance { get; internal init; }

    /// <summary>The interfaces that the type implements.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    /// <summary>The place among the ontology's node types, from 0.</summary>
    public int Ordinal { get; internal set; }

    /// <summary>The types that share their ids with this one, itself among them.</summary>
    public NodeFamily Family { get; internal set; } = null!;

    /// <inheritdoc/>
    public override IReadOnlyList<NodeType> ConcreteTypes => self;
}
