namespace Graph.Model.Ontologies;

/// <summary>
/// The days on which a relationship holds, from <c>@interval</c>. Half-open: <see cref="From"/> belongs to them, <see cref="Until"/>
/// does not; a missing day leaves its end open.
/// </summary>
/// <param name="From">The first day; a <c>Date</c>.</param>
/// <param name="Until">The first day after the last; a <c>Date</c>.</param>
public sealed record Interval(Property From, Property Until);
