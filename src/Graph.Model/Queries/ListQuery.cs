using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>Nodes of a type: one row a node, in order.</summary>
/// <param name="Type">The type or interface.</param>
/// <param name="Where">Which nodes; null: all.</param>
/// <param name="Sort">The order.</param>
/// <param name="Page">Which part.</param>
/// <param name="Selection">What is answered of each.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record ListQuery(
    EntityType Type,
    Filter? Where,
    IReadOnlyList<SortKey> Sort,
    Page Page,
    Selection Selection,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this with { Selection = rewriter.Of(Selection, Type) };
}
