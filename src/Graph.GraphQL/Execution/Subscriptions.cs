using System.Runtime.CompilerServices;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.Execution;

/// <summary>Subscriptions (section 6.2.3): a source stream, and one response for each of its events.</summary>
internal static class Subscriptions
{
    /// <summary>The root field whose source stream the subscription follows; null when it has none and is executed once like a query.</summary>
    public static PlannedField? SourceField(OperationPlan plan) =>
        plan.RootFields is [{ Plan: IStreamPlan } or { Behavior.Subscription: not null }] ? plan.RootFields[0] : null;

    /// <summary>CreateSourceEventStream and MapSourceToResponseEvent.</summary>
    /// <param name="field">The root field with the source stream.</param>
    /// <param name="run">Resolves the arguments of the stream.</param>
    /// <param name="rootValue">The parent's value of the stream.</param>
    /// <param name="disclosure">What is told of errors that are the server's.</param>
    /// <param name="execute">Executes the operation for one event.</param>
    public static GraphQLResponse Subscribe(
        PlannedField field,
        OperationRun run,
        object? rootValue,
        Disclosure disclosure,
        Func<object?, CancellationToken, ValueTask<GraphQLResponse>> execute)
    {
        try
        {
            var source = field.Behavior.Subscription!(new(run, field, rootValue, field.ConstantArguments ?? run.CoerceArguments(field), null));
            return new(Map(source, field, disclosure, execute, default));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ResponseFormat.RequestError(ResponseStatus.RequestError, disclosure.Of([.. FieldErrors.Of(fault, field, [field.ResponseKey])]));
        }
    }

    private static async IAsyncEnumerable<GraphQLResponse> Map(
        IAsyncEnumerable<object?> source,
        PlannedField field,
        Disclosure disclosure,
        Func<object?, CancellationToken, ValueTask<GraphQLResponse>> execute,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = source.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            GraphQLResponse response;
            try
            {
                if (!await events.MoveNextAsync()) yield break;
                response = await execute(events.Current, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // A source that breaks ends the stream, and the client is told why.
                response = ResponseFormat.RequestError(
                    ResponseStatus.RequestError,
                    disclosure.Of([.. FieldErrors.Of(fault, field, [field.ResponseKey])]));
            }

            yield return response;
            if (response.Status == ResponseStatus.RequestError) yield break;
        }
    }
}
