using System.Diagnostics;
using Graph.GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// What is observed of requests: an activity for each where somebody listens, log lines for slow and failed ones. Never variables,
/// and never messages of errors, which may repeat them.
/// </summary>
internal sealed partial class RequestLog(ILogger logger, TimeSpan slow, TimeProvider time)
{
    private static readonly ActivitySource Source = new("Graph.GraphQL");

    public Started Start() => new(time.GetTimestamp(), Source.StartActivity("GraphQL"));

    public void Finish(Started started, GraphQLResponse response)
    {
        var elapsed = time.GetElapsedTime(started.Timestamp);
        var name = response.OperationName ?? "(anonymous)";
        if (started.Activity is { } activity)
        {
            activity.SetTag("graphql.operation.name", response.OperationName);
            activity.SetTag("graphql.operation.type", response.OperationType?.ToString().ToLowerInvariant());
            activity.SetTag("graphql.response.status", response.Status.ToString());
            if (response.Status != ResponseStatus.Success) activity.SetStatus(ActivityStatusCode.Error);
            activity.Dispose();
        }

        foreach (var error in response.Errors)
        {
            var path = error.Path is null ? "" : string.Join('.', error.Path);
            if (error.Cause is not null) FieldFailed(error.Cause, name, path);
            else if (error.Path is not null && error.Extensions?.GetValueOrDefault("code") is string code) FieldRefused(name, path, code);
        }

        if (response.Status is not (ResponseStatus.Success or ResponseStatus.PartialSuccess)) RequestFailed(name, response.Status, response.Errors.Count, elapsed.TotalMilliseconds);
        if (elapsed >= slow && response.Events is null) RequestSlow(name, response.Status, response.Body.Length, elapsed.TotalMilliseconds);
    }

    private ILogger Logger => logger;

    [LoggerMessage(1, LogLevel.Error, "Operation {Operation}: field {Path} failed.")]
    private partial void FieldFailed(Exception exception, string operation, string path);

    [LoggerMessage(2, LogLevel.Information, "Operation {Operation} ended as {Status} with {Errors} errors after {Milliseconds} ms.")]
    private partial void RequestFailed(string operation, ResponseStatus status, int errors, double milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "Operation {Operation} was slow: {Status}, {Bytes} bytes after {Milliseconds} ms.")]
    private partial void RequestSlow(string operation, ResponseStatus status, int bytes, double milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "Operation {Operation}: field {Path} was refused as {Code}.")]
    private partial void FieldRefused(string operation, string path, string code);

    /// <summary>A request that has begun.</summary>
    public readonly record struct Started(long Timestamp, Activity? Activity);
}
