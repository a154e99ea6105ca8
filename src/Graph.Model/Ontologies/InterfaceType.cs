namespace Graph.Model.Ontologies;

/// <summary>An interface over several node types that share ids, properties and relationships, such as <c>Actor</c>.</summary>
public sealed class InterfaceType : EntityType
{
    internal InterfaceType(string name, string plural, string? description)
        : base(name, plural, description)
    {
    }

    /// <summary>The implementations in the order of the ontology.</summary>
    public IReadOnlyList<NodeType> Implementations { get; internal set; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<NodeType> ConcreteTypes => Implementations;
}
