using System.Buffers;
using System.Text.Json;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>
/// Answers requests against one schema (section 6.1): finds or prepares the document, picks the operation, coerces variables,
/// weighs its cost, finds or makes the plan, runs it. Safe for any number of threads; make one for a schema and keep it.
/// </summary>
public sealed class RequestExecutor
{
    private readonly ExecutableSchema schema;
    private readonly ExecutorOptions options;
    private readonly DocumentStore documents;
    private readonly PlanStore plans;
    private readonly ResponseMemory memory;

    /// <summary>Makes an executor.</summary>
    /// <exception cref="GraphQLException">
    /// The schema's options give behavior to something the schema does not have, or a trusted document is not valid; carries
    /// all faults.
    /// </exception>
    public RequestExecutor(Schema schema, ExecutorOptions? options = null)
    {
        this.schema = new(schema);
        this.options = options ?? ExecutorOptions.Default;
        documents = new(this.schema, this.options);
        plans = new(this.options.Limits);
        memory = new(this.options.Limits.MaxUnsentBytes);
    }

    /// <summary>The schema.</summary>
    public Schema Schema => schema.Schema;

    /// <summary>Bytes that long answers hold now, each beyond its first segment (<see cref="RequestLimits.MaxUnsentBytes"/>).</summary>
    public long AnswerBytes => memory.Reserved;

    /// <summary>Bytes that long answers have taken since the beginning, given back or not.</summary>
    public long TotalAnswerBytes => memory.Total;

    /// <summary>Answers a request and writes the response (section 7) as JSON.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async ValueTask<ResponseStatus> ExecuteAsync(
        GraphQLRequest request,
        IBufferWriter<byte> output,
        CancellationToken cancellationToken = default)
    {
        using var response = await ExecuteAsync(request with { StreamsAllowed = false }, cancellationToken);
        foreach (var segment in response.Body) output.Write(segment.Span);
        return response.Status;
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var finding = documents.FindAsync(request, cancellationToken);
        return finding.IsCompletedSuccessfully ? ExecuteAsync(finding.Result, request, cancellationToken) : Await();

        async ValueTask<GraphQLResponse> Await() => await ExecuteAsync(await finding, request, cancellationToken);
    }

    private ValueTask<GraphQLResponse> ExecuteAsync(PreparedDocument document, GraphQLRequest request, CancellationToken cancellationToken)
    {
        if (document.Errors.Count > 0) return new(ResponseFormat.RequestError(document.Status, document.Errors));
        if (document.FindOperation(request.OperationName, out var reason) is not { } operation)
            return new(Refuse(ResponseStatus.RequestError, new(reason)));
        if (request.QueriesOnly && operation.Definition.Operation == OperationType.Mutation)
            return new(Refuse(ResponseStatus.OperationNotAllowed, new(ExecutionMessages.QueriesOnly, operation.Definition), operation));
        var variables = operation.Variables.Coerce(request.Variables, out var faults, operation.MaxVariableValues);
        if (faults is not null) return new(ResponseFormat.RequestError(ResponseStatus.RequestError, faults, operation));
        double cost;
        try
        {
            cost = Weigh(operation, variables);
        }
        catch (GraphQLException refusal)
        {
            return new(ResponseFormat.RequestError(
                ResponseStatus.RequestError,
                new Disclosure(request.RequestId, options.TellDetails).Of(refusal.Errors),
                operation));
        }

        return plans.Find(operation, variables) is { } plan
            ? ExecuteAsync(operation, plan, variables, cost, request, timeout: null, cancellationToken)
            : PlanAndExecuteAsync(operation, variables, cost, request, cancellationToken);
    }

    private async ValueTask<GraphQLResponse> PlanAndExecuteAsync(
        PreparedOperation operation, CoercedVariables variables, double cost, GraphQLRequest request, CancellationToken cancellationToken)
    {
        // Planning and running have one limit between them.
        using var timeout = new ExecutionTimeout(options, cancellationToken);
        OperationPlan plan;
        try
        {
            plan = await plans.MakeAsync(operation, variables, timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsOver && !cancellationToken.IsCancellationRequested)
        {
            return TimedOut(operation);
        }
        catch (GraphQLException refusal)
        {
            return ResponseFormat.RequestError(ResponseStatus.RequestError, refusal.Errors, operation);
        }

        return await ExecuteAsync(operation, plan, variables, cost, request, timeout, cancellationToken);
    }

    private ValueTask<GraphQLResponse> ExecuteAsync(
        PreparedOperation operation,
        OperationPlan plan,
        CoercedVariables variables,
        double bound,
        GraphQLRequest request,
        ExecutionTimeout? timeout,
        CancellationToken cancellationToken)
    {
        var finding = plan.Weigh(variables);
        var objects = finding.Objects ?? bound;
        if (objects > options.Limits.MaxCost)
        {
            return new(Refuse(ResponseStatus.RequestError, TooCostly(operation, objects, finding.Advice), operation));
        }
        var cost = objects + finding.Amount;
        request.Record?.Plan(plan, cost);
        if (cost > options.Limits.MaxCost)
            return new(Refuse(
                ResponseStatus.RequestError,
                new(ExecutionMessages.TooCostly(objects, finding, options.Limits.MaxCost), operation.Definition),
                operation));
        return operation.Definition.Operation == OperationType.Subscription && Subscriptions.SourceField(plan) is { } source
            ? Subscribe(source, operation, plan, variables, cost, request, cancellationToken)
            : ExecuteAsync(operation, plan, variables, cost, request, request.RootValue, timeout, cancellationToken);
    }

    private double Weigh(PreparedOperation operation, CoercedVariables variables)
    {
        if (operation.Cost is null) return 0;
        var weighed = operation.Cost.For(variables);
        if (weighed.Faults.Count > 0) throw new GraphQLException(weighed.Faults);

        // What is planned may know better from the data.
        if (weighed.Cost > options.Limits.MaxCost && !operation.IsPlanned)
        {
            throw new GraphQLException(TooCostly(operation, weighed.Cost, advice: null));
        }
        return weighed.Cost;
    }

    private GraphQLError TooCostly(PreparedOperation operation, double objects, Func<double, string>? advice) =>
        new(ExecutionMessages.TooCostly(objects, options.Limits.MaxCost, advice?.Invoke(options.Limits.MaxCost)), operation.Definition);

    private ValueTask<GraphQLResponse> Subscribe(
        PlannedField source,
        PreparedOperation operation,
        OperationPlan plan,
        CoercedVariables variables,
        double cost,
        GraphQLRequest request,
        CancellationToken cancellationToken)
    {
        if (!request.StreamsAllowed)
            return new(Refuse(ResponseStatus.StreamNeeded, new(ExecutionMessages.StreamNeeded, operation.Definition), operation));
        var disclosure = new Disclosure(request.RequestId, options.TellDetails);
        if (source.Plan is IStreamPlan stream)
        {
            var subscription = new FieldSubscription(source, Run(cancellationToken), request.LastEventId);
            return PlannedStreams.OpenAsync(operation, source, stream, subscription, disclosure, Begin, cancellationToken);
        }

        return new(Subscriptions.Subscribe(
            source,
            Run(cancellationToken),
            request.RootValue,
            disclosure,
            (value, token) => ExecuteAsync(operation, plan, variables, cost, request, value, timeout: null, token)));

        OperationRun Run(CancellationToken token) => new(schema, variables, request.Services, new(options.Limits.MaxErrors), token)
        {
            MaxListItems = options.Limits.MaxListItems,
        };

        (ResponseInProgress Response, ErrorList Errors) Begin()
        {
            var run = Run(CancellationToken.None);
            return (Start(operation, run, cost, request, disclosure), run.Errors);
        }
    }

    private ResponseInProgress Start(PreparedOperation operation, OperationRun run, double cost, GraphQLRequest request, Disclosure disclosure) =>
        new(operation, run, ReportsCost(request) ? cost : null, options.Limits.MaxCost, memory) { Disclosure = disclosure };

    private ValueTask<GraphQLResponse> ExecuteAsync(
        PreparedOperation operation,
        OperationPlan plan,
        CoercedVariables variables,
        double cost,
        GraphQLRequest request,
        object? rootValue,
        ExecutionTimeout? timeout,
        CancellationToken cancellationToken)
    {
        // What never leaves this method cannot take long.
        if (!plan.IsImmediate) timeout ??= new ExecutionTimeout(options, cancellationToken);
        var run = new OperationRun(schema, variables, request.Services, new(options.Limits.MaxErrors), timeout?.Token ?? cancellationToken)
        {
            MaxListItems = options.Limits.MaxListItems,
            Record = request.Record,
        };
        var answer = Start(operation, run, cost, request, new(request.RequestId, options.TellDetails));
        if (plan.Fault is not null) return new(answer.Fail(plan.Fault.Errors));
        var pending = Begin(run, plan, rootValue, answer.Output, operation.Definition.Operation == OperationType.Mutation);
        if (!pending.IsCompletedSuccessfully) return FinishAsync(answer, pending, timeout, cancellationToken);
        timeout?.Dispose();
        return new(Complete(answer, pending.Result));
    }

    /// <summary>Starts the root fields; a cancellation on the way is that of the whole, as is a lack of memory.</summary>
    private static ValueTask<Completion> Begin(OperationRun run, OperationPlan plan, object? rootValue, ResponseBuffer output, bool serially)
    {
        try
        {
            return run.ExecuteFields(plan.RootFields, rootValue, null, output, serially);
        }
        catch (Exception end) when (end is OperationCanceledException or ResponseMemoryException)
        {
            return ValueTask.FromException<Completion>(end);
        }
    }

    private async ValueTask<GraphQLResponse> FinishAsync(
        ResponseInProgress answer,
        ValueTask<Completion> pending,
        ExecutionTimeout? timeout,
        CancellationToken cancellationToken)
    {
        try
        {
            return Complete(answer, await pending);
        }
        catch (OperationCanceledException) when (timeout is { IsOver: true } && !cancellationToken.IsCancellationRequested)
        {
            answer.Output.Dispose();
            return TimedOut(answer.Operation);
        }
        catch (ResponseMemoryException)
        {
            return NoMemory(answer);
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

    /// <summary>Ends an answer; its last bytes, too, may find no memory.</summary>
    private static GraphQLResponse Complete(ResponseInProgress answer, Completion completion)
    {
        try
        {
            return answer.Complete(completion);
        }
        catch (ResponseMemoryException)
        {
            return NoMemory(answer);
        }
    }

    private static GraphQLResponse NoMemory(ResponseInProgress answer)
    {
        answer.Output.Dispose();
        return Refuse(ResponseStatus.Busy, ExecutionMessages.TooManyAnswers(), answer.Operation);
    }

    private GraphQLResponse TimedOut(PreparedOperation operation) =>
        Refuse(ResponseStatus.TimedOut, new(ExecutionMessages.TookTooLong(options.Limits.Timeout), operation.Definition), operation);

    private static bool ReportsCost(GraphQLRequest request) =>
        request.ReportCost || (request.Extensions.ValueKind == JsonValueKind.Object && request.Extensions.TryGetProperty("cost", out var asked)
            && asked.ValueKind == JsonValueKind.True);

    private static GraphQLResponse Refuse(ResponseStatus status, GraphQLError error, PreparedOperation? operation = null) =>
        ResponseFormat.RequestError(status, [error], operation);
}
