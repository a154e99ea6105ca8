using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>A planned root field that answers with what has changed.</summary>
/// <param name="store">Where the graph is.</param>
/// <param name="gate">Where the field takes its turn; null: at once.</param>
/// <param name="first">How many.</param>
/// <param name="since">The argument that says after which place; null: from the first that is kept.</param>
/// <param name="types">The types of the records; null: all.</param>
/// <param name="write">Writes a page.</param>
internal sealed class ChangesPlan(
    IGraphStore store,
    StatementGate? gate,
    CountArgument first,
    PlannedSource? since,
    IReadOnlySet<string>? types,
    Action<ChangePage, ResponseBuffer> write) : IFieldPlan
{
    /// <summary>Objects of a change: itself, its edge, and a value or two.</summary>
    private const int ObjectsOfOne = 4;

    /// <inheritdoc/>
    public long Bytes => 0;

    /// <inheritdoc/>
    public FieldCost Weigh(CoercedVariables variables) => new(first.Expected, null) { Objects = first.Expected * ObjectsOfOne };

    /// <inheritdoc/>
    public async ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
    {
        var most = first.In(execution.Variables);
        var place = since?.Resolve(execution.Variables) is not string text ? (ChangeCursor?)null
            : ChangeCursor.Parse(text) ?? throw new GraphQLException(ChangeMessages.NoCursor(text));
        await GatedRead.RunAsync(
            gate,
            most * ObjectsOfOne,
            execution,
            async token => write(await ChangeFeed.ReadAsync(store, place, types, most, token), execution.Output),
            cancellationToken);
    }
}
