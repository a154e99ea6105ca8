using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// One step from nodes to their neighbours, for whoever walks the graph layer by layer: a row each, the list [which of
/// <paramref name="Steps"/>, from, to], nodes as <see cref="NodeKeyColumn"/> has them, and what else the step says. A step that several
/// relationships or acts make is one row, unless it says otherwise. The rows come in no order.
/// </summary>
/// <param name="Steps">Where to step.</param>
/// <param name="From">The keys of the nodes to start at (BigInt list); null: every node.</param>
/// <param name="Limit">At most that many rows (Int).</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record StepQuery(IReadOnlyList<Step> Steps, Parameter? From, Parameter Limit, IReadOnlyList<Parameter> Parameters)
    : LogicalQuery(Parameters)
{
    /// <summary>The keys of the nodes that a step may lead to (BigInt list); null: every node.</summary>
    public Parameter? To { get; init; }

    /// <summary>
    /// The steps, all along relationships and none with conditions, start at every node that hangs together with those of
    /// <see cref="From"/> by the relationships of the steps, whichever way and however far these lead.
    /// </summary>
    public bool IsThroughout { get; init; }

    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}

/// <summary>A way from a node to its neighbours.</summary>
/// <param name="Direction">Which way, seen from the node that is left; of acts, out is from those who act to those the act is against.</param>
public abstract record Step(Direction Direction);

/// <summary>Along a relationship.</summary>
/// <param name="Relationship">Its type.</param>
/// <param name="Direction">See <see cref="Step"/>.</param>
public sealed record RelationshipStep(RelationshipType Relationship, Direction Direction) : Step(Direction)
{
    /// <summary>
    /// Properties of the relationship that each row has after the two nodes; parallel ones in which they differ are a row each.
    /// </summary>
    public IReadOnlyList<Property> Carried { get; init; } = [];

    /// <summary>
    /// Properties of the type that the relationship leads from and to, which each row has at its end: of the node that is left, then of the other.
    /// </summary>
    public IReadOnlyList<Property> CarriedOfNodes { get; init; } = [];

    /// <summary>Each of several parallel relationships is a row.</summary>
    public bool IsEach { get; init; }
}

/// <summary>From one actor to another by an act that is done by one against the other.</summary>
/// <param name="Act">The acts.</param>
/// <param name="Direction">See <see cref="Step"/>.</param>
/// <param name="Where">Which acts; null: all.</param>
public sealed record ActStep(Act Act, Direction Direction, Filter? Where) : Step(Direction)
{
    /// <summary>Each row has the number of different acts after the two nodes, and their first and last day, null where none is dated.</summary>
    public bool IsFigured { get; init; }
}
