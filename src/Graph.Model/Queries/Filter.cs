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
