using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>Plans a root list, such as <c>accusations</c>.</summary>
internal sealed class RootListPlanner(EntityType type, IGraphStore store, TypeMap types, GraphApiOptions options) : IFieldPlanner
{
    /// <inheritdoc/>
    public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
    {
        var (parameters, cursors) = (new ParameterList(), new CursorList());
        var selections = new SelectionPlanner(types, options, parameters, cursors);
        var columns = new List<Column>();
        var where = field.Arguments.TryGet("where", out var given) ? selections.Wheres.Nodes(type, given) : null;
        var (sort, page) = (SortPlanner.Nodes(type, field.Arguments), selections.Pages.List(field));
        var row = selections.Nodes(type, field, 0, columns);
        var query = new ListQuery(type, where, sort, page, new(columns), parameters.Parameters);
        cancellationToken.ThrowIfCancellationRequested();
        return new QueryPlan(store, options, OperationSize.Add(field, query), parameters.Sources, cursors.Slots, SelectionPlanner.Nested(PieceKind.List, field, [], row));
    }
}

/// <summary>Plans a root connection, such as <c>accusationsConnection</c>.</summary>
internal sealed class RootConnectionPlanner(EntityType type, IGraphStore store, TypeMap types, GraphApiOptions options) : IFieldPlanner
{
    /// <inheritdoc/>
    public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken)
    {
        var (parameters, cursors) = (new ParameterList(), new CursorList());
        var selections = new SelectionPlanner(types, options, parameters, cursors);
        var where = field.Arguments.TryGet("where", out var given) ? selections.Wheres.Nodes(type, given) : null;
        var planned = new ConnectionPlanner(types, selections, type, null, 0).Plan(field, ApiNames.RootConnection(type), SortPlanner.Nodes(type, field.Arguments));
        var query = new ConnectionQuery(type, where, planned.Selection, parameters.Parameters);
        var root = SelectionPlanner.PieceOf(PieceKind.Connection, field, [], connection: planned.Shape);
        cancellationToken.ThrowIfCancellationRequested();
        return new QueryPlan(store, options, OperationSize.Add(field, query), parameters.Sources, cursors.Slots, root);
    }
}
