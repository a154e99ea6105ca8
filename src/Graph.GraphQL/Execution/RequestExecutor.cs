using System.Buffers;
using System.Text.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>
/// Answers requests against one schema (section 6.1): finds or prepares the document, picks the operation, coerces variables,
/// weighs its cost, finds or makes the plan, runs it. Safe for any number of threads; make one for a schema and keep it.
/// </summary>
public sealed class RequestExecutor
{
    // A plan grows with the shape of its variables, which is its key: a megabyte of keys stands for some fifty of plans.
    private const int MostPlanKeyBytes = 1_000_000;

    private readonly ExecutableSchema _schema;
    private readonly ExecutorOptions _options;
    private readonly DocumentStore _documents;
    private readonly ClockCache<byte[], OperationPlan> _plans;

    /// <summary>Makes an executor.</summary>
    /// <exception cref="GraphQLException">The schema's options give behavior to something the schema does not have, or a trusted document is not valid; carries all faults.</exception>
    public RequestExecutor(Schema schema, ExecutorOptions? options = null)
    {
        _schema = new(schema);
        _options = options ?? ExecutorOptions.Default;
        _documents = new(_schema, _options);
        _plans = new(_options.MaxCachedPlans, MostPlanKeyBytes, Utf8KeyComparer.Instance);
    }

    /// <summary>The schema.</summary>
    public Schema Schema => _schema.Schema;

    /// <summary>Answers a request and writes the response (section 7) as JSON.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async ValueTask<ResponseStatus> ExecuteAsync(GraphQLRequest request, IBufferWriter<byte> output, CancellationToken cancellationToken = default)
    {
        using var response = await ExecuteAsync(request with { StreamsAllowed = false }, cancellationToken);
        output.Write(response.Body.Span);
        return response.Status;
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var document = _documents.Find(request);
        if (document.Errors.Count > 0) return new(ResponseFormat.RequestError(document.Status, document.Errors));
        if (document.FindOperation(request.OperationName, out var reason) is not { } operation) return new(Refuse(ResponseStatus.RequestError, new(reason)));
        if (request.QueriesOnly && operation.Definition.Operation == OperationType.Mutation)
            return new(Refuse(ResponseStatus.OperationNotAllowed, new(ExecutionMessages.QueriesOnly, operation.Definition), operation));
        var variables = operation.Variables.Coerce(request.Variables, out var faults);
        if (faults is not null) return new(ResponseFormat.RequestError(ResponseStatus.RequestError, faults, operation));
        try
        {
            var cost = Weigh(operation, variables);
            var plan = FindPlan(operation, variables);
            return operation.Definition.Operation == OperationType.Subscription && Subscribing.SourceField(plan) is { } source
                ? new(Subscribe(source, operation, plan, variables, cost, request, cancellationToken))
                : ExecuteAsync(operation, plan, variables, cost, request, request.RootValue, cancellationToken);
        }
        catch (GraphQLException refusal)
        {
            return new(ResponseFormat.RequestError(ResponseStatus.RequestError, refusal.Errors, operation));
        }
    }

    private double Weigh(PreparedOperation operation, CoercedVariables variables)
    {
        if (operation.Cost is null) return 0;
        var weighed = operation.Cost.For(variables);
        if (weighed.Faults.Count > 0) throw new GraphQLException(weighed.Faults);
        if (weighed.Cost > _options.MaxCost) throw new GraphQLException(new GraphQLError(ExecutionMessages.TooCostly(weighed.Cost, _options.MaxCost), operation.Definition));
        return weighed.Cost;
    }

    private OperationPlan FindPlan(PreparedOperation operation, CoercedVariables variables)
    {
        if (!operation.HasKey)
        {
            if (operation.OnlyPlan is { } only) return only;
            var made = OperationPlan.Of(operation, variables);
            return made.IsKept ? operation.OnlyPlan = made : made;
        }

        using var key = new ResponseBuffer(256);
        key.WriteInt64(operation.Id);
        for (var slot = 0; slot < operation.KeySlots.Length; slot++)
            if (operation.KeySlots[slot]) VariableShape.Write(variables.Slots[slot], operation.Variables.Types[slot]!, key);
        if (_plans.FindAlternate(key.WrittenSpan) is { } known) return known;
        var plan = OperationPlan.Of(operation, variables);
        return plan.IsKept ? _plans.Add(key.WrittenSpan.ToArray(), plan, key.Length) : plan;
    }

    private GraphQLResponse Subscribe(
        PlannedField source, PreparedOperation operation, OperationPlan plan, CoercedVariables variables, double cost, GraphQLRequest request, CancellationToken cancellationToken)
    {
        if (!request.StreamsAllowed) return Refuse(ResponseStatus.StreamNeeded, new(ExecutionMessages.StreamNeeded, operation.Definition), operation);
        var run = new OperationRun(_schema, variables, request.Services, new(_options.MaxErrors), cancellationToken);
        return Subscribing.Subscribe(source, run, request.RootValue, (value, token) => ExecuteAsync(operation, plan, variables, cost, request, value, token));
    }

    private ValueTask<GraphQLResponse> ExecuteAsync(
        PreparedOperation operation, OperationPlan plan, CoercedVariables variables, double cost, GraphQLRequest request, object? rootValue, CancellationToken cancellationToken)
    {
        // What never leaves this method cannot take long.
        var timeout = plan.IsImmediate ? null : new ExecutionTimeout(_options, cancellationToken);
        var run = new OperationRun(_schema, variables, request.Services, new(_options.MaxErrors), timeout?.Token ?? cancellationToken);
        var answer = new ResponseInProgress(operation, run, ReportsCost(request) ? cost : null, _options.MaxCost);
        if (plan.Fault is not null) return new(answer.Fail(plan.Fault.Errors));
        var pending = Begin(run, plan, rootValue, answer.Output, operation.Definition.Operation == OperationType.Mutation);
        if (!pending.IsCompletedSuccessfully) return FinishAsync(answer, pending, timeout, cancellationToken);
        timeout?.Dispose();
        return new(answer.Complete(pending.Result));
    }

    /// <summary>Starts the root fields; a cancellation on the way is that of the whole.</summary>
    private static ValueTask<Completion> Begin(OperationRun run, OperationPlan plan, object? rootValue, ResponseBuffer output, bool serially)
    {
        try
        {
            return run.ExecuteFields(plan.RootFields, rootValue, null, output, serially);
        }
        catch (OperationCanceledException canceled)
        {
            return ValueTask.FromException<Completion>(canceled);
        }
    }

    private async ValueTask<GraphQLResponse> FinishAsync(ResponseInProgress answer, ValueTask<Completion> pending, ExecutionTimeout? timeout, CancellationToken cancellationToken)
    {
        try
        {
            return answer.Complete(await pending);
        }
        catch (OperationCanceledException) when (timeout is { IsOver: true } && !cancellationToken.IsCancellationRequested)
        {
            answer.Output.Dispose();
            return Refuse(ResponseStatus.TimedOut, new(ExecutionMessages.TookTooLong(_options.ExecutionTimeout), answer.Operation.Definition), answer.Operation);
        }
        catch
        {
            answer.Output.Dispose();
            throw;
        }
        finally
        {
            timeout?.Dispose();
        }
    }

    private static bool ReportsCost(GraphQLRequest request) =>
        request.ReportCost || (request.Extensions.ValueKind == JsonValueKind.Object && request.Extensions.TryGetProperty("cost", out var asked) && asked.ValueKind == JsonValueKind.True);

    private static GraphQLResponse Refuse(ResponseStatus status, GraphQLError error, PreparedOperation? operation = null) => ResponseFormat.RequestError(status, [error], operation);
}
