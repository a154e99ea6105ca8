using Graph.Api.Streams;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;

namespace Graph.Api.RootFields.Streams;

/// <summary>A planned field of the subscription type.</summary>
/// <param name="options">Who tells of changes.</param>
/// <param name="from">The argument that says after which place; null: from now on.</param>
/// <param name="kinds">The argument that names kinds of change; null: all.</param>
/// <param name="cost">What one event costs.</param>
/// <param name="bytes">See <see cref="IFieldPlan.Bytes"/>.</param>
/// <param name="ask">Makes the question of a subscriber.</param>
internal sealed class StreamPlan(
    GraphApiOptions options,
    PlannedSource? from,
    PlannedSource? kinds,
    Func<CoercedVariables, FieldCost> cost,
    Func<long> bytes,
    Func<FieldSubscription, IReadOnlySet<string>?, object, ChangeQuestion> ask) : IStreamPlan
{
    /// <inheritdoc/>
    public long Bytes => bytes();

    /// <inheritdoc/>
    public FieldCost Weigh(CoercedVariables variables) => cost(variables);

    /// <inheritdoc/>
    public ValueTask<IAsyncEnumerable<StreamedEvent>> OpenAsync(FieldSubscription subscription, CancellationToken cancellationToken)
    {
        if (options.Changes is not { } streams) throw StreamErrors.NotTold(options.NoChanges);
        var place = (subscription.LastEventId ?? from?.Resolve(subscription.Variables) as string) is not { } text ? (ChangeCursor?)null
            : ChangeCursor.Parse(text) ?? throw new GraphQLException(ChangeMessages.NoCursor(text));
        var chosen = (kinds?.Resolve(subscription.Variables) as IReadOnlyList<object?>)?.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return streams.OpenAsync(ask(subscription, chosen, this), place, subscription.Services, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A stream is opened, and not executed.");
}
