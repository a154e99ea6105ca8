using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// Compares an aggregate over the related nodes with a parameter. Over nothing, counts and sums are 0 and every other
/// aggregate is missing, so that its comparison is unknown. Values of a node count once,
/// however many relationships lead to it; values of relationships count for each.
/// </summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Term">What is aggregated.</param>
/// <param name="Operator">
/// How it is compared: <see cref="ComparisonOperator.Equal"/> to <see cref="ComparisonOperator.GreaterOrEqual"/>, or In.
/// </param>
/// <param name="Value">With what.</param>
public sealed record AggregateComparison(RelationshipField Field, AggregateTerm Term, ComparisonOperator Operator, Parameter Value) : Filter;
