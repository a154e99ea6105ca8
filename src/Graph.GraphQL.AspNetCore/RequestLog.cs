using System.Diagnostics;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// What is observed of requests: an activity for each where somebody listens, log lines for slow and failed ones, bounded for each
/// source. Never variables, and never messages of errors, which may repeat them.
/// </summary>
internal sealed partial class RequestLog(ILogger logger, SlowLog slow, TimeProvider time)
{
    private static readonly ActivitySource Source = new(GraphQLMetrics.SourceName);

    private readonly LogLimit limit = new(logger, time);

    public Started Start() => new(time.GetTimestamp(), Source.StartActivity("GraphQL"), new());

    public void Finish(Started started, GraphQLResponse response, HttpContext context)
    {
        var elapsed = time.GetElapsedTime(started.Timestamp);
        var name = NameOf(response);
        if (started.Activity is { } activity)
        {
            activity.SetTag("graphql.operation.name", response.OperationName);
            activity.SetTag("graphql.operation.type", response.OperationType?.ToString().ToLowerInvariant());
            activity.SetTag("graphql.response.status", response.Status.ToString());
            activity.SetTag("graphql.cost", started.Record.Cost);
            activity.SetTag("graphql.rows", started.Record.Rows);
            if (response.Status != ResponseStatus.Success) activity.SetStatus(ActivityStatusCode.Error);
            activity.Dispose();
        }

        GraphQLMetrics.Finished(name, response.Status, response.Length, elapsed);
        Tell(response, context);
        if (response.Status is not (ResponseStatus.Success or ResponseStatus.PartialSuccess) && logger.IsEnabled(LogLevel.Information)
            && limit.Allows("requests that failed", Remote(context)))
            RequestFailed(context.TraceIdentifier, name, response.Status, response.Errors.Count, elapsed.TotalMilliseconds);
        if (response.Events is null) slow.Tell(context, name, response.Status, response.Length, elapsed, started.Record);
    }

    /// <summary>Tells of errors of fields, also of those of a later event of a stream.</summary>
    public void Tell(GraphQLResponse response, HttpContext context)
    {
        var operation = NameOf(response);
        foreach (var error in response.Errors)
        {
            var path = error.Path is null ? "" : string.Join('.', error.Path);
            var code = error.Extensions?.GetValueOrDefault("code") as string;
            if (error.Cause is not null)
            {
                if (limit.Allows("fields that failed", Remote(context))) FieldFailed(error.Cause, context.TraceIdentifier, operation, path);
            }
            else if (error.Detail is not null)
            {
                if (limit.Allows(code ?? "faults", Remote(context))) FieldFaulted(context.TraceIdentifier, operation, path, code, error.Detail);
            }
            else if (error.Path is not null && code is not null && limit.Allows(code, Remote(context)))
            {
                FieldRefused(context.TraceIdentifier, operation, path, code);
            }
        }
    }

    /// <summary>Tells of what nobody expected.</summary>
    public void Crash(Exception fault, HttpContext context)
    {
        if (limit.Allows("requests that broke", Remote(context))) RequestBroke(fault, context.TraceIdentifier);
    }

    /// <summary>Tells of a client that was left because it did not read its answer.</summary>
    public void Left(HttpContext context, string reason)
    {
        if (limit.Allows("clients that did not read", Remote(context))) ClientLeft(context.TraceIdentifier, reason);
    }

    private static string NameOf(GraphQLResponse response) => response.OperationName switch
    {
        null => "(anonymous)",
        { Length: > FixedHttpLimits.MaxLoggedNameCharacters } name => name[..FixedHttpLimits.MaxLoggedNameCharacters] + "…",
        var name => name,
    };

    private static System.Net.IPAddress? Remote(HttpContext context) => context.Connection.RemoteIpAddress;

    private ILogger Logger => logger;

    [LoggerMessage(1, LogLevel.Error, "Request {Request}, operation {Operation}: field {Path} failed.")]
    private partial void FieldFailed(Exception exception, string request, string operation, string path);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Request {Request}, operation {Operation} ended as {Status} with {Errors} errors after {Milliseconds} ms.")]
    private partial void RequestFailed(string request, string operation, ResponseStatus status, int errors, double milliseconds);

    [LoggerMessage(4, LogLevel.Warning, "Request {Request}, operation {Operation}: field {Path} was refused as {Code}.")]
    private partial void FieldRefused(string request, string operation, string path, string code);

    [LoggerMessage(5, LogLevel.Warning, "Request {Request}, operation {Operation}: field {Path} ended as {Code}: {Detail}")]
    private partial void FieldFaulted(string request, string operation, string path, string? code, string detail);

    [LoggerMessage(7, LogLevel.Error, "Request {Request} broke.")]
    private partial void RequestBroke(Exception exception, string request);

    [LoggerMessage(8, LogLevel.Information, "Request {Request}: the connection was ended because the client {Reason}.")]
    private partial void ClientLeft(string request, string reason);

    /// <summary>A request that has begun; its activity ends with it, also where nobody waits for the answer any more.</summary>
    public readonly record struct Started(long Timestamp, Activity? Activity, OperationRecord Record) : IDisposable
    {
        public void Dispose() => Activity?.Dispose();
    }
}
