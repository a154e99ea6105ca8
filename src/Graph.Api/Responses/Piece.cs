using Graph.GraphQL.Language;
using Graph.Model.Values;

namespace Graph.Api.Responses;

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
