using Graph.Api.Responses;
using Graph.Api.Serving;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.Model.Runs;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>A planned root field that answers with the runs which have changed the graph.</summary>
/// <param name="store">Where the graph is.</param>
/// <param name="gate">Where the field takes its turn; null: at once.</param>
/// <param name="limit">How many.</param>
/// <param name="offset">How many are passed over.</param>
/// <param name="row">The object of a run.</param>
internal sealed class RunsPlan(
    IGraphStore store,
    StatementGate? gate,
    CountArgument limit,
    CountArgument offset,
    DerivedObject<ImportRun> row) : IFieldPlan
{
    /// <inheritdoc/>
    public long Bytes => 0;

    /// <inheritdoc/>
    public FieldCost Weigh(CoercedVariables variables) => new(limit.Expected, null) { Objects = limit.Expected };

    /// <inheritdoc/>
    public async ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
    {
        var (most, passed) = (limit.In(execution.Variables), offset.In(execution.Variables));
        await GatedRead.RunAsync(
            gate, most, execution, async token => row.WriteAll(await store.RunsAsync(most, passed, token), execution.Output), cancellationToken);
    }
}
