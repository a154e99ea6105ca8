using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.RootFields.Streams;
using Graph.Api.Streams;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Api.RootFields;

/// <summary>A root field as an operation selects it, about to be planned.</summary>
/// <param name="field">The field.</param>
/// <param name="store">Where the graph is.</param>
/// <param name="options">What is allowed of queries.</param>
/// <param name="cancellationToken">Ends planning.</param>
internal sealed class RootPlanning(PlannedField field, IGraphStore store, GraphApiOptions options, CancellationToken cancellationToken)
{
    /// <summary>The field: its arguments and what is selected below it.</summary>
    public PlannedField Field => @field;

    /// <summary>The domain.</summary>
    public Ontology Ontology => store.Ontology;

    /// <summary>A plan whose statements are asked together: see <see cref="TogetherPlan"/>.</summary>
    public TogetherPlan Together(
        IReadOnlyList<QueryPlan> queries,
        Func<TogetherRun, CancellationToken, ValueTask> answer,
        Func<CoercedVariables, FieldCost>? beside = null) =>
        new(store, options.Gate, queries, answer, beside);

    /// <summary>A plan that answers with the runs which have changed the graph.</summary>
    public RunsPlan Runs(CountArgument limit, CountArgument offset, DerivedObject<ImportRun> row) => new(store, options.Gate, limit, offset, row);

    /// <summary>A plan that answers with what has changed.</summary>
    public ChangesPlan Changes(CountArgument first, PlannedSource? since, IReadOnlySet<string>? types, Action<ChangePage, ResponseBuffer> write) =>
        new(store, options.Gate, first, since, types, write);

    /// <summary>A plan that tells subscribers of changes.</summary>
    /// <param name="cost">What one event costs.</param>
    /// <param name="bytes">See <see cref="IFieldPlan.Bytes"/>.</param>
    /// <param name="ask">Makes the question of a subscriber, of the kinds of change that it wants, if it says any, and the plan.</param>
    public StreamPlan Stream(
        Func<CoercedVariables, FieldCost> cost,
        Func<long> bytes,
        Func<FieldSubscription, IReadOnlySet<string>?, object, ChangeQuestion> ask) =>
        new(options, StreamField.Source(field, "from"), StreamField.Source(field, "kinds"), cost, bytes, ask);

    /// <summary>Where the graph is.</summary>
    public IGraphStore Store => store;

    /// <summary>Begins a statement. Most fields need one; each has its own parameters.</summary>
    public StatementPlanning Begin() => new(field, store, options, cancellationToken);
}
