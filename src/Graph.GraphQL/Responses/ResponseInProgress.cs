using Graph.GraphQL.Documents;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Json;

namespace Graph.GraphQL.Responses;

/// <summary>A response whose data is being written.</summary>
internal sealed class ResponseInProgress
{
    private const int FirstBytes = 4096;

    private readonly OperationRun run;
    private readonly double? cost;
    private readonly double maxCost;

    public ResponseInProgress(PreparedOperation operation, OperationRun run, double? cost, double maxCost, ResponseMemory memory)
    {
        Output = new(FirstBytes, memory);
        Operation = operation;
        this.run = run;
        this.cost = cost;
        this.maxCost = maxCost;
        Output.WriteRaw(ResponseFormat.DataKey);
    }

    public PreparedOperation Operation { get; }

    /// <summary>What is told of errors that are the server's.</summary>
    public Disclosure Disclosure { get; init; }

    public ResponseBuffer Output { get; }

    /// <summary>Ends a response without data (section 6.4.4).</summary>
    public GraphQLResponse Fail(IReadOnlyList<GraphQLError> errors)
    {
        foreach (var error in errors) run.Errors.Add(error);
        return Complete(Completion.Failed);
    }

    /// <summary>Ends a response.</summary>
    /// <param name="completion">How its data ended.</param>
    /// <param name="eventId">See <see cref="GraphQLResponse.EventId"/>.</param>
    public GraphQLResponse Complete(Completion completion, string? eventId = null)
    {
        if (completion == Completion.Failed)
        {
            Output.Truncate(ResponseFormat.DataKey.Length);
            Output.WriteNull();
        }

        if (cost is { } known) ResponseFormat.WriteCost(known, maxCost, Output);
        Output.WriteByte((byte)'}');
        if (run.Errors.Count == 0) return Named(ResponseStatus.Success, Output, [], eventId);
        var errors = Disclosure.Of(run.Errors.ToList());
        ResponseFormat.PrependErrors(Output, errors);
        return Named(completion == Completion.Failed ? ResponseStatus.NoData : ResponseStatus.PartialSuccess, Output, errors, eventId);
    }

    private GraphQLResponse Named(ResponseStatus status, ResponseBuffer body, IReadOnlyList<GraphQLError> errors, string? eventId) =>
        new(status, body, errors)
        {
            OperationName = Operation.Definition.Name?.Value,
            OperationType = Operation.Definition.Operation,
            EventId = eventId,
        };
}
