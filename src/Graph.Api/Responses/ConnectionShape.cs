using Graph.Api.Planning;

namespace Graph.Api.Responses;

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
