using Graph.Api.Planning;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Api.RootFields;

/// <summary>A statement in the making.</summary>
internal sealed class StatementPlanning
{
    private readonly PlannedField field;
    private readonly IGraphStore store;
    private readonly GraphApiOptions options;
    private readonly CursorList cursors = new();
    private readonly CancellationToken cancellationToken;

    internal StatementPlanning(PlannedField field, IGraphStore store, GraphApiOptions options, CancellationToken cancellationToken)
    {
        this.field = field;
        this.store = store;
        this.options = options;
        this.cancellationToken = cancellationToken;
        Selections = new(Parameters, cursors);
    }

    /// <summary>Takes the values of the request and of the planner; none stands in a statement itself.</summary>
    public ParameterList Parameters { get; } = new();

    /// <summary>Plans what is selected of nodes, conditions on them and parts of lists.</summary>
    public SelectionPlanner Selections { get; }

    /// <summary>The field's argument <c>where</c> on nodes of a type; null where it is no condition.</summary>
    public Filter? Where(EntityType type) => field.Arguments.TryGet("where", out var given) ? Selections.Wheres.Nodes(type, given) : null;

    /// <summary>Ends with the query, which has to be given <see cref="ParameterList.Parameters"/>.</summary>
    /// <param name="query">The query.</param>
    /// <param name="weigh">Weighs the query as the store will be asked it.</param>
    /// <exception cref="GraphQL.GraphQLException">The query is too large, or the operation is with it.</exception>
    public QueryPlan Plan<TQuery>(TQuery query, Action<TQuery, QueryCost> weigh)
        where TQuery : LogicalQuery
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(
            store,
            options,
            OperationSize.Add(field, query),
            Parameters.Sources,
            cursors.Slots,
            (prepared, cost) => weigh((TQuery)prepared, cost));
    }
}
