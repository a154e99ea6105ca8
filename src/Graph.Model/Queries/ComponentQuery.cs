using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// The nodes that hang together with some by relationships of one type, whichever way and however far these lead, as a connected component
/// of a graph does: a row for each node and each that it leads to, the list [key, the values of <paramref name="Told"/>, key of the other], keys
/// as <see cref="NodeKeyColumn"/> has them. One that leads nowhere is a row too, whose last value is null. A key that no node has any more is a
/// row whose other values are null. The rows come in no order.
/// </summary>
/// <param name="Relationship">The type of relationship; it leads from one type of node to the same.</param>
/// <param name="Told">Properties of that type of node.</param>
/// <param name="From">The keys of the nodes to start at (BigInt list); null: that of <paramref name="Start"/>.</param>
/// <param name="Start">The one node that a condition names, see <see cref="AnchorRules.IsOne"/>; null: those of <paramref name="From"/>.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record ComponentQuery(
    RelationshipType Relationship,
    IReadOnlyList<Property> Told,
    Parameter? From,
    NamedStart? Start,
    IReadOnlyList<Parameter> Parameters)
    : LogicalQuery(Parameters)
{
    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;
}
