using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>What is answered for each row: a list with one value a column, in this order.</summary>
/// <param name="Columns">The columns; may be empty (a row is then an empty list).</param>
public sealed record Selection(IReadOnlyList<Column> Columns);

/// <summary>One value of a row.</summary>
/// <param name="OnTypes">
/// The concrete types that have the column; null: every type at this position. For a node of another type the value is null.
/// </param>
public abstract record Column(IReadOnlyList<NodeType>? OnTypes);

/// <summary>A property: null, a scalar, or a list of scalars, encoded as the store keeps it (see <see cref="IValueReader.WriteScalar"/>).</summary>
/// <param name="Property">Of the node, or inside a connection's edges of the relationship.</param>
/// <param name="OnTypes">See <see cref="Column"/>.</param>
public sealed record PropertyColumn(PropertyRef Property, IReadOnlyList<NodeType>? OnTypes = null) : Column(OnTypes);

/// <summary>The <see cref="NodeType.Ordinal"/> of the node's concrete type, as an integer.</summary>
public sealed record TypeColumn() : Column((IReadOnlyList<NodeType>?)null);

/// <summary>
/// The number by which the store finds the node: no other node has it. It is good within one reading
/// (<see cref="Stores.IGraphReading"/>), and nothing else is to be known of it.
/// </summary>
public sealed record NodeKeyColumn() : Column((IReadOnlyList<NodeType>?)null);

/// <summary>The number of all relationships of the node, parallel ones each, one to itself once, as an integer.</summary>
public sealed record DegreeColumn() : Column((IReadOnlyList<NodeType>?)null);

/// <summary>What is told of an actor that is merged into another.</summary>
public enum MergedPart
{
    /// <summary>Its id.</summary>
    Id,

    /// <summary>Its name.</summary>
    Name,

    /// <summary>Why it is merged, or null.</summary>
    Because,

    /// <summary>When that was recorded, an instant.</summary>
    At,
}

/// <summary>The actors that are merged into the node, as a list of rows in the order of their ids.</summary>
/// <param name="Parts">What is answered of each, a value each.</param>
/// <param name="OnTypes">See <see cref="Column"/>.</param>
public sealed record MergedFromColumn(IReadOnlyList<MergedPart> Parts, IReadOnlyList<NodeType>? OnTypes = null) : Column(OnTypes);

/// <summary>The number of distinct related nodes, as an integer: the cursor value of a <see cref="RelatedCountSort"/>.</summary>
/// <param name="Field">The relationship followed.</param>
public sealed record RelatedCountColumn(RelationshipField Field) : Column((IReadOnlyList<NodeType>?)null);

/// <summary>
/// The value of a <see cref="RelatedSort"/>, for a cursor; encoded as a <see cref="PropertyColumn"/> or <see cref="RelatedCountColumn"/> is.
/// </summary>
/// <param name="Key">The key.</param>
public sealed record RelatedKeyColumn(RelatedSort Key) : Column((IReadOnlyList<NodeType>?)null);

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

/// <summary>The one related node as a row, or null. Of several (a store may hold more than the ontology allows) the one with the least id.</summary>
/// <param name="Field">The relationship followed; <see cref="RelationshipField.IsList"/> is false.</param>
/// <param name="Selection">What is answered of it.</param>
/// <param name="OnTypes">See <see cref="Column"/>.</param>
public sealed record RelatedOneColumn(
    RelationshipField Field,
    Selection Selection,
    IReadOnlyList<NodeType>? OnTypes = null) : Column(OnTypes);

/// <summary>The relationships to other nodes as a connection: see <see cref="ConnectionSelection"/> for its value.</summary>
/// <param name="Field">The relationship followed from the node at hand.</param>
/// <param name="Where">On the related node and the relationship; edges, total count and aggregates all obey it.</param>
/// <param name="Connection">What is answered.</param>
/// <param name="OnTypes">See <see cref="Column"/>.</param>
public sealed record RelatedConnectionColumn(
    RelationshipField Field,
    Filter? Where,
    ConnectionSelection Connection,
    IReadOnlyList<NodeType>? OnTypes = null) : Column(OnTypes);

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

/// <summary>The edges of a connection: one row a relationship (parallel ones each), at the root one a node.</summary>
/// <param name="Sort">The order, over node and relationship.</param>
/// <param name="Page">Which part.</param>
/// <param name="Selection">Columns of the node (<see cref="Subject.Node"/>) and of the relationship (<see cref="Subject.Edge"/>).</param>
public sealed record EdgeSelection(IReadOnlyList<SortKey> Sort, Page Page, Selection Selection);
