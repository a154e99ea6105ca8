using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>What Neo4j's indexes can do. Each is kept under one label, and leaves missing values out.</summary>
internal sealed class Indexes : StoreIndexes
{
    private readonly LabelMap labels;

    public Indexes(LabelMap labels)
    {
        this.labels = labels;
        Anchors = new(this);
        Walks = new(this, Anchors);
    }

    /// <summary>Where a search starts.</summary>
    public AnchorRules Anchors { get; }

    /// <summary>When an index is walked.</summary>
    public WalkRules Walks { get; }

    /// <inheritdoc/>
    public override bool PrefersSharedValues => false;

    /// <inheritdoc/>
    public override int CostOfUniqueList => 0;

    /// <inheritdoc/>
    /// <remarks>More than any path can be long: a unique value is always better.</remarks>
    public override int CostOfSharedValue => QuerySize.MaxPathRelationships + 1;

    /// <inheritdoc/>
    public override bool FindsAlternatives => false;

    /// <inheritdoc/>
    public override bool HoldsMissing => false;

    /// <inheritdoc/>
    public override bool Finds(EntityType type, Property property) => Under(type, property).Count > 0;

    /// <inheritdoc/>
    public override bool Orders(EntityType type, Property property) => Under(type, property) is [var only] && only == type;

    /// <summary>The types under whose labels an index on the property is kept; empty where none answers for the whole type.</summary>
    public IReadOnlyList<EntityType> Under(EntityType type, Property property)
    {
        if (IsIndexed(type, property.Name)) return [type];
        return type.ConcreteTypes.All(concrete => IsIndexed(concrete, property.Name)) ? type.ConcreteTypes : [];
    }

    private bool IsIndexed(EntityType type, string name) =>
        labels.Single(type) is not null
        && type.FindProperty(name) is { IsList: false } property
        && (property.IsUnique || (property.IsIndexed && type is NodeType));
}
