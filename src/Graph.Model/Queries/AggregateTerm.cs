namespace Graph.Model.Queries;

/// <summary>One aggregate.</summary>
/// <param name="Function">The function.</param>
/// <param name="Of">The property, or null for counts.</param>
public sealed record AggregateTerm(AggregateFunction Function, PropertyRef? Of);
