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
