using System.Runtime.CompilerServices;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.Execution;

/// <summary>Subscriptions whose root field is planned: each event of its stream becomes a response as it is.</summary>
internal static class PlannedStreams
{
    /// <summary>Begins the stream.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="field">Its root field.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="subscription">What the plan is told.</param>
    /// <param name="disclosure">What is told of errors that are the server's.</param>
    /// <param name="begin">Begins the response of an event.</param>
    /// <param name="cancellationToken">Gives up before the stream has begun.</param>
    public static async ValueTask<GraphQLResponse> OpenAsync(
        PreparedOperation operation,
        PlannedField field,
        IStreamPlan plan,
        FieldSubscription subscription,
        Disclosure disclosure,
        Func<(ResponseInProgress Response, ErrorList Errors)> begin,
        CancellationToken cancellationToken)
    {
        try
        {
            return new(Map(await plan.OpenAsync(subscription, cancellationToken), operation, field, disclosure, begin, default))
            {
                OperationName = operation.Definition.Name?.Value,
                OperationType = operation.Definition.Operation,
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Ended(fault, operation, field, disclosure);
        }
    }

    private static async IAsyncEnumerable<GraphQLResponse> Map(
        IAsyncEnumerable<StreamedEvent> source,
        PreparedOperation operation,
        PlannedField field,
        Disclosure disclosure,
        Func<(ResponseInProgress Response, ErrorList Errors)> begin,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = source.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            GraphQLResponse response;
            var isLast = false;
            try
            {
                if (!await events.MoveNextAsync()) yield break;
                response = Of(events.Current, field, begin);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                (response, isLast) = (Ended(fault, operation, field, disclosure), true);
            }

            yield return response;
            if (isLast) yield break;
        }
    }

    private static GraphQLResponse Of(StreamedEvent told, PlannedField field, Func<(ResponseInProgress Response, ErrorList Errors)> begin)
    {
        if (told.Json.IsEmpty) return GraphQLResponse.Place(told.Id);
        var (response, errors) = begin();
        try
        {
            response.Output.WriteByte((byte)'{');
            response.Output.WriteRaw(field.KeyJson);
            response.Output.WriteRaw(told.Json.Span);
            response.Output.WriteByte((byte)'}');
            foreach (var error in told.Errors) errors.Add(FieldErrors.Locate(error, field, [field.ResponseKey]));
            return response.Complete(Completion.Written, told.Id);
        }
        catch
        {
            response.Output.Dispose();
            throw;
        }
    }

    private static GraphQLResponse Ended(Exception fault, PreparedOperation operation, PlannedField field, Disclosure disclosure) =>
        fault is ResponseMemoryException
            ? ResponseFormat.RequestError(ResponseStatus.Busy, [ExecutionMessages.TooManyAnswers()], operation)
            : ResponseFormat.RequestError(
                ResponseStatus.RequestError, disclosure.Of([.. FieldErrors.Of(fault, field, [field.ResponseKey])]), operation);
}
