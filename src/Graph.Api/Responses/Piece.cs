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
