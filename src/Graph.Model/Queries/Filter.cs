using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>Whose property is meant within a scope.</summary>
public enum Subject
{
    /// <summary>The node at hand.</summary>
    Node,

    /// <summary>The relationship that led to the node at hand; only inside a relationship's scope.</summary>
    Edge,
}

/// <summary>A property of the node or relationship at hand. For an interface, stores match the property by name.</summary>
/// <param name="Subject">The node or the relationship.</param>
/// <param name="Property">Its property.</param>
public sealed record PropertyRef(Subject Subject, Property Property);

/// <summary>How a value is compared with a parameter. Any operator but <see cref="Includes"/> on a missing value is unknown (null).</summary>
public enum ComparisonOperator
{
    /// <summary>Equal; a list equals a list with the same items in the same order.</summary>
    Equal,

    /// <summary>Less, in the order of the kind (text by code point).</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>Text holds the text.</summary>
    Contains,

    /// <summary>Text starts with the text.</summary>
    StartsWith,

    /// <summary>Text ends with the text.</summary>
    EndsWith,

    /// <summary>
    /// Is one of the list parameter's items; no item, no match, even of a missing value. The API lets no null among them: where
    /// one is, stores differ on what is not in the list.
    /// </summary>
    In,

    /// <summary>A list property holds the value.</summary>
    Includes,
}

/// <summary>
/// A condition on the node at hand, three-valued as in SQL and Cypher: unknown is not a match, and the negation of
/// unknown is unknown.
/// </summary>
public abstract record Filter;

/// <summary>All hold; true when empty.</summary>
/// <param name="Filters">The conditions.</param>
public sealed record AllOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>At least one holds; false when empty.</summary>
/// <param name="Filters">The conditions.</param>
public sealed record AnyOf(IReadOnlyList<Filter> Filters) : Filter;

/// <summary>Does not hold.</summary>
/// <param name="Inner">The condition.</param>
public sealed record Not(Filter Inner) : Filter;

/// <summary>Compares a property with a parameter.</summary>
/// <param name="Property">The property.</param>
/// <param name="Operator">How.</param>
/// <param name="Value">With what; never null when run (null is a <see cref="NullTest"/>).</param>
/// <param name="CaseInsensitive">
/// Text is compared after <see cref="Text.CaseFolding"/> of both sides; not by an order, for stores fold only the letters
/// that the value has.
/// </param>
public sealed record Comparison(PropertyRef Property, ComparisonOperator Operator, Parameter Value, bool CaseInsensitive = false) : Filter;

/// <summary>The property has no value; never unknown.</summary>
/// <param name="Property">The property.</param>
public sealed record NullTest(PropertyRef Property) : Filter;

/// <summary>The node at hand is of one of the types; false when empty.</summary>
/// <param name="Types">The concrete types.</param>
public sealed record TypeTest(IReadOnlyList<NodeType> Types) : Filter;

/// <summary>At least one relationship leads to a node for which the condition holds. Never unknown.</summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Inner">On the related node (<see cref="Subject.Node"/>) and the relationship (<see cref="Subject.Edge"/>); null: any.</param>
public sealed record Exists(RelationshipField Field, Filter? Inner) : Filter;

/// <summary>Exactly one relationship leads to a node for which the condition holds; parallel relationships count each. Never unknown.</summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Inner">On the related node and the relationship; null: any.</param>
public sealed record ExistsSingle(RelationshipField Field, Filter? Inner) : Filter;

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
