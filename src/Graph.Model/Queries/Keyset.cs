namespace Graph.Model.Queries;

/// <summary>
/// A position in an order: the values of the row's sort keys, one for each key of the query's sort.
/// </summary>
/// <param name="Values">A parameter for each key; null where the row's value is missing.</param>
public sealed record Keyset(IReadOnlyList<Parameter?> Values);
