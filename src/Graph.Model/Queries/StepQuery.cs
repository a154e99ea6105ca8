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

    /// <summary>
    /// Of steps throughout, instead of <see cref="From"/>: the one node that a condition names, see <see cref="AnchorRules.IsOne"/>.
    /// </summary>
    public NamedStart? Start { get; init; }

    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}
