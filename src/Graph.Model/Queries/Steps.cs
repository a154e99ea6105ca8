using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// One step from nodes to their neighbours, for whoever walks the graph layer by layer: a row each, the list [which of
/// <paramref name="Steps"/>, from, to], nodes as <see cref="KeyColumn"/> has them. A step that several relationships or acts make is
/// one row. The rows come in no order.
/// </summary>
/// <param name="Steps">Where to step.</param>
/// <param name="From">The keys of the nodes to start at (BigInt list); null: every node.</param>
/// <param name="Limit">At most that many rows (Int).</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record StepQuery(IReadOnlyList<Step> Steps, Parameter? From, Parameter Limit, IReadOnlyList<Parameter> Parameters)
    : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}

/// <summary>A way from a node to its neighbours.</summary>
public abstract record Step;

/// <summary>Along a relationship.</summary>
/// <param name="Relationship">Its type.</param>
/// <param name="Direction">Which way, seen from the node that is left.</param>
public sealed record RelationshipStep(RelationshipType Relationship, Direction Direction) : Step
{
    /// <summary>
    /// Properties of the relationship that each row has after the two nodes; parallel relationships in which they differ are a row
    /// each.
    /// </summary>
    public IReadOnlyList<Property> Carried { get; init; } = [];
}

/// <summary>From one actor to another by an act that is done by one against the other.</summary>
/// <param name="Act">The acts.</param>
/// <param name="Direction">Out: from those who act to those the act is against.</param>
/// <param name="Where">Which acts; null: all.</param>
public sealed record ActStep(Act Act, Direction Direction, Filter? Where) : Step;
