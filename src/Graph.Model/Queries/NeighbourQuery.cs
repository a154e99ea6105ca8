using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// The neighbours of nodes whose keys are known: a row for each node and step that leads anywhere from it, the list [which of
/// <paramref name="Steps"/>, from, number of different neighbours, the strongest of them as a list]. Of each of these the list
/// [key, ordinal of its type, id, caption, degree], keys as <see cref="NodeKeyColumn"/> has them and degrees as <see cref="DegreeColumn"/>.
/// The strongest are those with the greatest <see cref="NeighbourStep.Strength"/>, then degree, then the least id, then type by name. Neither the
/// rows nor the strongest come in an order.
/// </summary>
/// <param name="Steps">Where to step.</param>
/// <param name="Most">How many of the strongest each row has at most (Int); null: none, only their number is asked for.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record NeighbourQuery(IReadOnlyList<NeighbourStep> Steps, Parameter? Most, IReadOnlyList<Parameter> Parameters)
    : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}

/// <summary>A way from nodes to their neighbours along a relationship.</summary>
/// <param name="Relationship">Its type.</param>
/// <param name="Direction">Which way, seen from the node that is left.</param>
/// <param name="From">The keys of the nodes to start at (BigInt list); only such as may have the relationship in this direction.</param>
/// <param name="Strength">The property of the relationship that says how strong it is (Int, required); null: all are alike.</param>
public sealed record NeighbourStep(RelationshipType Relationship, Direction Direction, Parameter From, Property? Strength)
{
    /// <summary>The types of node that it may lead to.</summary>
    public IReadOnlyList<NodeType> Ends => Direction == Direction.Out ? Relationship.Ends : Relationship.Starts;
}
