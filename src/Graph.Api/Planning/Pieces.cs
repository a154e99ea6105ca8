using Graph.Api.Responses;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Api.Planning;

/// <summary>Pieces of a response, each with what an error would say of it.</summary>
internal static class Pieces
{
    /// <summary>A property.</summary>
    public static Piece Scalar(PlannedField field, byte[] before, Property property) =>
        Of(property.IsRequired ? PieceKind.RequiredScalar : PieceKind.Scalar, field, before, property.Form);

    /// <summary>The global id of a node, from its own.</summary>
    public static Piece GlobalId(PlannedField field, byte[] before, NodeType type) =>
        Of(PieceKind.GlobalId, field, before, type.Id.Form, globalType: type.Name);

    /// <summary>A list, a single node or an object in the same row.</summary>
    public static Piece Nested(PieceKind kind, PlannedField field, byte[] before, RowShape row) => Of(kind, field, before, row: row);

    /// <summary>Any piece.</summary>
    public static Piece Of(
        PieceKind kind,
        PlannedField field,
        byte[] before,
        ValueForm form = default,
        RowShape? row = null,
        ConnectionShape? connection = null,
        bool isAggregate = false,
        string? globalType = null,
        PassageShape? passage = null) => new()
        {
            Passage = passage,
            GlobalType = globalType,
            Kind = kind,
            Before = before,
            Form = form,
            IsAggregate = isAggregate,
            Row = row,
            Connection = connection,
            Key = field.ResponseKey,
            Coordinate = $"{field.ParentType.Name}.{field.Definition.Name}",
            Nodes = field.Nodes,
        };

    /// <summary>An object that is no node and whose values stand in the row at hand: what is selected of the field's object type.</summary>
    /// <param name="field">The field whose value is the object.</param>
    /// <param name="piece">Makes the piece of each selected field; columns are added in the same order.</param>
    public static RowShape Inline(PlannedField field, Func<PlannedField, byte[], Piece> piece) =>
        Inline(field, field.Definition.Type.Named.Name, piece);

    /// <summary>A row of its own, of a node, of which the object tells something: the item of a list that a <c>ListQuery</c> answers.</summary>
    public static RowShape NodeRow(PlannedField field, Func<PlannedField, byte[], Piece> piece) => Inline(field, piece) with { IsNode = true };

    /// <summary>
    /// The same as <see cref="Inline(PlannedField, Func{PlannedField, byte[], Piece})"/> for one of several object types that
    /// the field's value may have.
    /// </summary>
    public static RowShape Inline(PlannedField field, string type, Func<PlannedField, byte[], Piece> piece)
    {
        var shape = new ObjectShapeBuilder();
        foreach (var part in field.Select(type))
        {
            if (part.Definition.Name == "__typename") shape.AddConstant(part.ResponseKey, $"\"{type}\"");
            else shape.Add(part.ResponseKey, before => piece(part, before));
        }

        return RowShape.Of(shape.Build());
    }
}
