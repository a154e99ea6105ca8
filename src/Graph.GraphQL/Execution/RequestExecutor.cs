using System.Buffers;
using System.Text;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>
/// Answers requests against one schema (section 6.1): finds or prepares the document, picks the operation, coerces variables,
/// finds or makes the plan, runs it. Safe for any number of threads; make one for a schema and keep it.
/// </summary>
public sealed class RequestExecutor
{
    private readonly ExecutableSchema _schema;
    private readonly ExecutorOptions _options;
    private readonly ClockCache<byte[], PreparedDocument> _documents;
    private readonly ClockCache<byte[], OperationPlan> _plans;

    /// <summary>Makes an executor.</summary>
    /// <exception cref="GraphQLException">The schema's options give behavior to something the schema does not have.</exception>
    public RequestExecutor(Schema schema, ExecutorOptions? options = null)
    {
        _schema = new(schema);
        _options = options ?? ExecutorOptions.Default;
        _documents = new(_options.MaxCachedDocuments, _options.MaxCachedDocumentBytes, Utf8KeyComparer.Instance);
        _plans = new(_options.MaxCachedPlans, comparer: Utf8KeyComparer.Instance);
    }

    /// <summary>The schema.</summary>
    public Schema Schema => _schema.Schema;

    /// <summary>Answers a request and writes the response (section 7) as JSON.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public async ValueTask<ResponseStatus> ExecuteAsync(GraphQLRequest request, IBufferWriter<byte> output, CancellationToken cancellationToken = default)
    {
        using var response = await ExecuteAsync(request, cancellationToken);
        output.Write(response.Body.Span);
        return response.Status;
    }

    /// <summary>Answers a request.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        try
        {
            var document = _documents.FindAlternate(request.Document.Span) ?? Prepare(request.Document.Span);
            if (document.Errors.Count > 0) return new(ResponseFormat.RequestError(document.Status, document.Errors));
            if (document.FindOperation(request.OperationName, out var reason) is not { } operation) return new(ResponseFormat.RequestError(ResponseStatus.RequestError, [new(reason)]));
            var variables = operation.Variables.Coerce(request.Variables, out var faults);
            if (faults is not null) return new(ResponseFormat.RequestError(ResponseStatus.RequestError, faults));
            return Run(operation, FindPlan(operation, variables), variables, request, cancellationToken);
        }
        catch (GraphQLException refusal)
        {
            return new(ResponseFormat.RequestError(ResponseStatus.RequestError, refusal.Errors));
        }
    }

    private PreparedDocument Prepare(ReadOnlySpan<byte> utf8)
    {
        var prepared = Parser.TryParseDocument(Encoding.UTF8.GetString(utf8), _options.Parser, out var document, out var error)
            ? new PreparedDocument(_schema, document)
            : new(ResponseStatus.SyntaxError, [error]);
        return _documents.Add(utf8.ToArray(), prepared, utf8.Length);
    }

    private OperationPlan FindPlan(PreparedOperation operation, CoercedVariables variables)
    {
        if (!operation.HasKey) return operation.OnlyPlan ??= OperationPlan.Of(operation, variables);
        using var key = new ResponseBuffer(256);
        key.WriteInt64(operation.Id);
        for (var slot = 0; slot < operation.KeySlots.Length; slot++)
            if (operation.KeySlots[slot]) VariableShape.Write(variables.Slots[slot], operation.Variables.Types[slot]!, key);
        return _plans.FindAlternate(key.WrittenSpan) ?? _plans.Add(key.WrittenSpan.ToArray(), OperationPlan.Of(operation, variables));
    }

    private ValueTask<GraphQLResponse> Run(PreparedOperation operation, OperationPlan plan, CoercedVariables variables, GraphQLRequest request, CancellationToken cancellationToken)
    {
        var run = new OperationRun(_schema, variables, request.Services, new(_options.MaxErrors), cancellationToken);
        var output = new ResponseBuffer();
        output.WriteRaw(ResponseFormat.DataKey);
        if (plan.Fault is not null)
        {
            foreach (var error in plan.Fault.Errors) run.Errors.Add(error);
            return new(Respond(run, Completion.Failed, output));
        }

        var pending = run.ExecuteFields(plan.RootFields, request.RootValue, null, output, operation.Definition.Operation == OperationType.Mutation);
        return pending.IsCompletedSuccessfully ? new(Respond(run, pending.Result, output)) : Await(run, pending, output);

        static async ValueTask<GraphQLResponse> Await(OperationRun run, ValueTask<Completion> pending, ResponseBuffer output)
        {
            try
            {
                return Respond(run, await pending, output);
            }
            catch
            {
                output.Dispose();
                throw;
            }
        }
    }

    private static GraphQLResponse Respond(OperationRun run, Completion completion, ResponseBuffer output)
    {
        if (completion == Completion.Failed)
        {
            output.Truncate(ResponseFormat.DataKey.Length);
            output.WriteNull();
        }

        output.WriteByte((byte)'}');
        if (run.Errors.Count == 0) return new(ResponseStatus.Success, output, []);
        var errors = run.Errors.ToList();
        return new(completion == Completion.Failed ? ResponseStatus.NoData : ResponseStatus.PartialSuccess, ResponseFormat.PrependErrors(output, errors), errors);
    }
}
