namespace Graph.Model.Queries;

/// <summary>
/// The parts of a connection. Its value is always a list of three: the edges as a list of rows, or null when not asked;
/// the total count (relationships, or nodes at the root), or null when not asked; the aggregates as a list with one
/// value a term, or null when there are none.
/// </summary>
/// <param name="Edges">The edges asked for, or null.</param>
/// <param name="TotalCount">Whether the total count is asked for.</param>
/// <param name="Aggregates">
/// The aggregates asked for; over all matches, whatever the page. Values of a node count once, however many relationships
/// lead to it; values of relationships count for each.
/// </param>
public sealed record ConnectionSelection(EdgeSelection? Edges, bool TotalCount, IReadOnlyList<AggregateTerm> Aggregates);
