using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// The related nodes as a list of rows. A node that several parallel relationships lead to is one row.
/// </summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Where">On the related node.</param>
/// <param name="Sort">The order; over <see cref="Subject.Node"/> only.</param>
/// <param name="Page">Which part.</param>
/// <param name="Selection">What is answered of each.</param>
/// <param name="OnTypes">See <see cref="Column"/>.</param>
public sealed record RelatedListColumn(
    RelationshipField Field,
    Filter? Where,
    IReadOnlyList<SortKey> Sort,
    Page Page,
    Selection Selection,
    IReadOnlyList<NodeType>? OnTypes = null) : Column(OnTypes)
{
    /// <summary>On the relationships that are followed (<see cref="Subject.Edge"/>); null: all of them.</summary>
    public Filter? Along { get; init; }
}
