using Graph.Api.Planning;

namespace Graph.Api.Responses;

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
