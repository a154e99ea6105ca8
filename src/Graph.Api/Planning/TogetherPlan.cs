using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>
/// A planned root field of several statements of which some need the answers of others: they are asked in one transaction, in one turn.
/// </summary>
/// <param name="store">Where the graph is.</param>
/// <param name="gate">Where the field takes its turn; null: at once.</param>
/// <param name="queries">The statements, for what they cost and keep.</param>
/// <param name="answer">Asks them, and writes the field's value.</param>
/// <param name="beside">What a run costs beside one use of each statement, where these are asked again and again; null: nothing.</param>
internal sealed class TogetherPlan(
    IGraphStore store,
    StatementGate? gate,
    IReadOnlyList<QueryPlan> queries,
    Func<TogetherRun, CancellationToken, ValueTask> answer,
    Func<CoercedVariables, FieldCost>? beside = null) : IFieldPlan
{
    /// <inheritdoc/>
    public long Bytes => queries.Sum(query => query.Bytes);

    /// <inheritdoc/>
    public FieldCost Weigh(CoercedVariables variables)
    {
        var costs = queries.Select(query => query.Weigh(variables));
        return FieldCost.Sum(beside is null ? costs : costs.Append(beside(variables)));
    }

    private double Price(CoercedVariables variables) =>
        queries.Sum(query => query.Price(variables)) + (beside?.Invoke(variables).Amount ?? 0);

    /// <inheritdoc/>
    public async ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
    {
        IReadOnlyList<GraphQLError> errors = [];
        var start = execution.Output.Length;
        try
        {
            if (gate is null) await RunAsync(cancellationToken);
            else await gate.RunAsync(Price(execution.Variables), execution.Services, RunAsync, cancellationToken, execution.Operation);
        }
        catch (StoreException fault)
        {
            throw new GraphQLException(StoreErrors.Of(fault));
        }
        catch (QueryRefusedException refusal)
        {
            throw new GraphQLException(refusal.Message);
        }

        foreach (var error in errors) execution.AddError(error);

        async ValueTask RunAsync(CancellationToken token) => errors = await store.ReadTogetherAsync(AnswerAsync, token);

        async ValueTask<IReadOnlyList<GraphQLError>> AnswerAsync(IGraphReading reading, CancellationToken token)
        {
            // The database may have given up a transaction whose answer was begun.
            execution.Output.Truncate(start);
            var run = new TogetherRun(execution, reading);
            await answer(run, token);
            return run.Errors;
        }
    }
}
