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

/// <summary>The edges of a connection: one row a relationship (parallel ones each), at the root one a node.</summary>
/// <param name="Sort">The order, over node and relationship.</param>
/// <param name="Page">Which part.</param>
/// <param name="Selection">Columns of the node (<see cref="Subject.Node"/>) and of the relationship (<see cref="Subject.Edge"/>).</param>
public sealed record EdgeSelection(IReadOnlyList<SortKey> Sort, Page Page, Selection Selection);
