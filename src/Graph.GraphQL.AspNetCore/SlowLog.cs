using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// Tells in the log of what is slow: operations, and whatever else asks as long. Names of the schema, figures and statements, never a value of a
/// request; so many lines a minute for each address and in all.
/// </summary>
/// <param name="logger">The log.</param>
/// <param name="least">How long something takes at least that is told.</param>
/// <param name="time">The clock.</param>
public sealed class SlowLog(ILogger logger, TimeSpan least, TimeProvider time)
{
    private static readonly EventId Slow = new(3, "RequestSlow");

    private readonly LogLimit limit = new(logger, time);

    /// <summary>Tells of something that has ended, if it was slow.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">The name of the operation, or what else it was.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="bytes">The length of its answer.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="record">What it asked.</param>
    public void Tell(HttpContext context, string name, ResponseStatus status, long bytes, TimeSpan took, OperationRecord record)
    {
        if (took < least || !limit.Allows("slow requests", context.Connection.RemoteIpAddress)) return;
        logger.Log(
            LogLevel.Warning,
            Slow,
            new SlowLine(context.TraceIdentifier, name, status, bytes, took, record),
            exception: null,
            static (line, _) => line.ToString());
    }
}
