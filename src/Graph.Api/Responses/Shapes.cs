using Graph.Api.Planning;
using Graph.GraphQL.Language;
using Graph.Model.Values;

namespace Graph.Api.Responses;

/// <summary>What becomes of a column, or what stands in a response without one.</summary>
internal enum PieceKind : byte
{
    /// <summary>A column of other types of node: passed over.</summary>
    Skip,

    /// <summary>A scalar or list of scalars, perhaps null.</summary>
    Scalar,

    /// <summary>A scalar or list of scalars that may not be null.</summary>
    RequiredScalar,

    /// <summary>A scalar, perhaps null, as the text that JSON writes it with.</summary>
    Text,

    /// <summary>A day, perhaps null, as the instant at which it begins in UTC.</summary>
    Midnight,

    /// <summary>The ordinal of a node type, perhaps null, as the type's name.</summary>
    TypeName,

    /// <summary>The global id of a node: see <see cref="Planning.GlobalId"/>; the column is its own.</summary>
    GlobalId,

    /// <summary>An object whose columns stand in the same row.</summary>
    Object,

    /// <summary>A list of rows.</summary>
    List,

    /// <summary>A row, or null.</summary>
    One,

    /// <summary>A row that may not be null.</summary>
    RequiredOne,

    /// <summary>A connection.</summary>
    Connection,

    /// <summary>The cursor of the edge; takes no column.</summary>
    Cursor,

    /// <summary>A passage of a long text, or null; takes as many columns as its shape says.</summary>
    Passage,
}

/// <summary>A field of a response together with the column it is read from.</summary>
internal sealed record Piece
{
    /// <summary>Passes a column over.</summary>
    public static Piece Skip { get; } = new() { Kind = PieceKind.Skip };

    public required PieceKind Kind { get; init; }

    /// <summary>JSON that stands before the value: what is constant since the piece before, and the key.</summary>
    public byte[] Before { get; init; } = [];

    /// <summary>What a scalar has to be.</summary>
    public ValueForm Form { get; init; }

    /// <summary>A scalar is a figure over many nodes.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>Of a global id: the name of the node's type.</summary>
    public string? GlobalType { get; init; }

    /// <summary>The rows of a list, the row of a single node, or an object in the same row.</summary>
    public RowShape? Row { get; init; }

    /// <summary>A connection's shape.</summary>
    public ConnectionShape? Connection { get; init; }

    /// <summary>A passage's shape.</summary>
    public PassageShape? Passage { get; init; }

    /// <summary>The names of all node types by their ordinals, for <see cref="PieceKind.TypeName"/>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>For errors: the way to the field from the object whose row it stands in, where that is not its own.</summary>
    public IReadOnlyList<object> Within { get; init; } = [];

    /// <summary>For errors: the response key.</summary>
    public string Key { get; init; } = "";

    /// <summary>For errors: type and field, such as <c>Person.name</c>.</summary>
    public string Coordinate { get; init; } = "";

    /// <summary>For errors: where the field stands in the document.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; init; } = [];
}

/// <summary>An object of the response: pieces in the order of the columns, which is the order of the selection.</summary>
/// <param name="Pieces">One for each column at least.</param>
/// <param name="After">JSON that ends the object.</param>
internal sealed record ObjectShape(Piece[] Pieces, byte[] After);

/// <summary>A row that becomes an object; where it depends on the type of the node, the row begins with the type's ordinal.</summary>
/// <param name="Only">The shape for every type; null where there are several.</param>
/// <param name="ByType">The shapes by ordinal of the node type; null for types that do not occur.</param>
/// <param name="IsNode">The row is of a node, whose id it may begin with: see <see cref="IdentifiedRows"/>.</param>
internal sealed record RowShape(ObjectShape? Only, ObjectShape?[] ByType, bool IsNode = false)
{
    public static RowShape Of(ObjectShape only) => new(only, []);
}

/// <summary>What a field of a connection answers.</summary>
internal enum ConnectionPart : byte
{
    Edges,
    TotalCount,
    PageInfo,
    Aggregate,
}

/// <summary>A field of a connection.</summary>
/// <param name="Part">What it answers.</param>
/// <param name="Piece">Its key; for edges and aggregates also the shape of an edge or of the aggregates.</param>
/// <param name="PageInfo">For page information: its fields.</param>
internal sealed record ConnectionField(ConnectionPart Part, Piece Piece, PageInfoShape? PageInfo = null);

/// <summary>A field of the page information.</summary>
internal enum PageFact : byte
{
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
}

/// <summary>Page information: each fact with the JSON before it, and what ends the object.</summary>
internal sealed record PageInfoShape((PageFact Fact, byte[] Before)[] Facts, byte[] After);

/// <summary>A connection of the response.</summary>
internal sealed class ConnectionShape
{
    /// <summary>The fields in the order of the selection.</summary>
    public required ConnectionField[] Fields { get; init; }

    /// <summary>JSON that ends the object.</summary>
    public required byte[] After { get; init; }

    /// <summary>The cursors, whose values stand first in each edge's row; null when none is selected.</summary>
    public required CursorFormat? Cursor { get; init; }

    /// <summary>The parameter that bounds the edges; null when nothing does.</summary>
    public required int? Limit { get; init; }

    /// <summary>The page is the last of the set: a row over the limit is the first.</summary>
    public required bool FromEnd { get; init; }

    /// <summary>A cursor was given to start after.</summary>
    public required bool HasAfter { get; init; }

    /// <summary>A cursor was given to end before.</summary>
    public required bool HasBefore { get; init; }

    /// <summary>The edges come first and once, so that they are written where they belong as they are read.</summary>
    public required bool StreamsEdges { get; init; }
}
