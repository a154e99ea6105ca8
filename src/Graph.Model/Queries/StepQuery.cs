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

    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}
