namespace Graph.GraphQL.Planning;

/// <summary>
/// What finding a planned field's data may cost beside the objects that are answered, in the same unit as these: the price
/// of answering one object.
/// </summary>
/// <param name="Amount">The cost; 0 or more.</param>
/// <param name="Dearest">
/// What costs most of it and how to ask for less, as two clauses of a sentence for the author of the request; null when
/// nothing stands out.
/// </param>
public readonly record struct FieldCost(double Amount, string? Dearest);
