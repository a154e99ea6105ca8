using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>What SQLite's indexes can do. Each is kept over a whole table, and holds missing values as well.</summary>
internal sealed class Indexes : StoreIndexes
{
    private Indexes()
    {
        Anchors = new(this);
        Walks = new(this, Anchors);
    }

    public static Indexes Rules { get; } = new();

    /// <summary>Where a search starts.</summary>
    public AnchorRules Anchors { get; }

    /// <summary>When an index is walked.</summary>
    public WalkRules Walks { get; }

    /// <inheritdoc/>
    public override bool PrefersSharedValues => true;

    /// <inheritdoc/>
    public override int CostOfUniqueList => 1;

    /// <inheritdoc/>
    public override int CostOfSharedValue => 1;

    /// <inheritdoc/>
    public override bool FindsAlternatives => true;

    /// <inheritdoc/>
    public override bool HoldsMissing => true;

    /// <inheritdoc/>
    public override bool Finds(EntityType type, Property property) => property.IsUnique || property.IsIndexed;

    /// <inheritdoc/>
    public override bool Orders(EntityType type, Property property) => property.Name == "id" || property.IsIndexed;
}
