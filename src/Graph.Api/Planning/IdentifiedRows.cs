using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>The same query with the id of its node as the first value of every row of a node.</summary>
internal sealed class IdentifiedRows : SelectionRewriter
{
    /// <summary>The query with ids.</summary>
    public static LogicalQuery Of(LogicalQuery query) => query.With(new IdentifiedRows());

    /// <inheritdoc/>
    public override Selection Of(Selection selection, EntityType type) =>
        new([new PropertyColumn(new(Subject.Node, type.Id)), .. base.Of(selection, type).Columns]);
}
