using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>Which part of a list is asked for.</summary>
internal sealed class PagePlanner(ParameterList parameters, CursorList cursors)
{
    /// <summary>The part that <c>limit</c> and <c>offset</c> give.</summary>
    public Page List(PlannedField field) => new(Count(field, "limit"), Count(field, "offset"));

    /// <summary>The part that <c>limit</c> and <c>offset</c> give of a list that is never answered whole.</summary>
    /// <param name="field">The list.</param>
    /// <param name="most">The greatest limit, which also stands in for one that is null.</param>
    public Page List(PlannedField field, int most) =>
        new(Count(field, "limit", most) ?? parameters.Add(new ConstantSource(most), ScalarKind.Int), Count(field, "offset"));

    /// <summary>The part that <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c> give.</summary>
    /// <param name="field">The connection.</param>
    /// <param name="format">How its cursors are read.</param>
    /// <param name="probe">Whether it matters that there are more.</param>
    public Page Connection(PlannedField field, CursorFormat format, bool probe)
    {
        var (first, last) = (Count(field, "first"), Count(field, "last"));
        if (first is not null && last is not null) throw new GraphQLException(ApiMessages.FirstAndLast(field.Definition.Name));
        var limit = first ?? last;
        return new(limit, null, Position(field, "after", format), Position(field, "before", format), last is not null, probe && limit is not null);
    }

    /// <summary>A number of the field's arguments; null where none is given.</summary>
    /// <param name="field">The field.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="most">The greatest number allowed.</param>
    public Parameter? Count(PlannedField field, string argument, int most = int.MaxValue) =>
        field.Arguments.TryGet(argument, out var value) && value is PlannedLeaf leaf
            ? parameters.Add(new CountSource(leaf.Source, argument, field.Definition.Name, most), ScalarKind.Int)
            : null;

    private Keyset? Position(
        PlannedField field,
        string argument,
        CursorFormat format) => field.Arguments.TryGet(argument, out var value) && value is PlannedLeaf leaf
        ? cursors.Add(new(leaf.Source, format, argument, field.Definition.Name), parameters)
        : null;
}
