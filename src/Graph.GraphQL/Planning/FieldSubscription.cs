using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Planning;

/// <summary>One subscription to a planned field.</summary>
public sealed class FieldSubscription
{
    private readonly PlannedField planned;

    internal FieldSubscription(PlannedField field, OperationRun run, string? lastEventId) =>
        (planned, Variables, Services, MaxListItems, LastEventId) = (field, run.Variables, run.Services, run.MaxListItems, lastEventId);

    /// <summary>The coerced variables, of the shape the field was planned for.</summary>
    public CoercedVariables Variables { get; }

    /// <summary>The services of the request, if it has any.</summary>
    public IServiceProvider? Services { get; }

    /// <summary>The <see cref="StreamedEvent.Id"/> that the subscriber saw last before it reconnected; null for none.</summary>
    public string? LastEventId { get; }

    /// <summary>Most items any list of an event may have (<see cref="RequestLimits.MaxListItems"/>).</summary>
    public int MaxListItems { get; }

    /// <summary>The place of the field in the result.</summary>
    public IReadOnlyList<object> Path => [planned.ResponseKey];
}
