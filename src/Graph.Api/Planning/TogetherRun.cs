using Graph.GraphQL;
using Graph.GraphQL.Execution;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>One run of a <see cref="TogetherPlan"/>.</summary>
/// <param name="execution">The run of the field.</param>
/// <param name="reading">The transaction.</param>
/// <param name="errors">Takes errors beside the value.</param>
internal sealed class TogetherRun(FieldExecution execution, IGraphReading reading, List<GraphQLError>? errors = null)
{
    /// <summary>The run of the field.</summary>
    public FieldExecution Execution => execution;

    /// <summary>Errors beside the value.</summary>
    public List<GraphQLError> Errors { get; } = errors ?? [];

    /// <summary>
    /// Does work of which no piece needs what another reads, so that a store that is away is waited for once: see
    /// <see cref="IGraphReading.SideBySideAsync"/>.
    /// </summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="works">The pieces; each asks by the run that it is given.</param>
    public ValueTask SideBySideAsync(CancellationToken cancellationToken, params IReadOnlyList<Func<TogetherRun, ValueTask>> works) =>
        reading.SideBySideAsync(
            [.. works.Select(work => (Func<IGraphReading, ValueTask>)(line => work(new(execution, line, Errors))))], cancellationToken);

    /// <summary>Asks a statement.</summary>
    /// <param name="query">The statement.</param>
    /// <param name="rows">Takes the rows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="given">The values of the parameters that the run itself works out.</param>
    public ValueTask ReadAsync<TConsumer>(
        QueryPlan query,
        TConsumer rows,
        CancellationToken cancellationToken,
        params ReadOnlySpan<(Parameter Parameter, object? Value)> given)
        where TConsumer : IRowConsumer => ReadAsync(query, rows, identified: false, cancellationToken, given);

    /// <summary>The same; each row of a node begins with its id where that is asked for: see <see cref="IdentifiedRows"/>.</summary>
    public ValueTask ReadAsync<TConsumer>(
        QueryPlan query,
        TConsumer rows,
        bool identified,
        CancellationToken cancellationToken,
        params ReadOnlySpan<(Parameter Parameter, object? Value)> given)
        where TConsumer : IRowConsumer
    {
        var values = query.Values(execution.Variables);
        foreach (var (parameter, value) in given) values[parameter.Index] = value;
        return query.ReadAsync(reading, execution, values, identified, rows, cancellationToken);
    }
}
