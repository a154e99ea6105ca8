using Graph.GraphQL.AspNetCore;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Server.Telemetry;

/// <summary>Something that is no operation of the API and asks the graph all the same: an export, or a call of an assistant's tool.</summary>
internal sealed class WatchedWork
{
    private readonly HttpContext context;
    private readonly string name;
    private readonly SlowLog log;
    private readonly TimeProvider time;
    private readonly long began;

    /// <summary>Begins to watch.</summary>
    /// <param name="context">The request.</param>
    /// <param name="services">Its services, of which the operations that it asks have their record.</param>
    /// <param name="name">What it is, of a set that clients cannot enlarge; two words, which no operation's name is.</param>
    public WatchedWork(HttpContext context, IServiceProvider services, string name)
    {
        (this.context, this.name) = (context, name);
        log = services.GetRequiredService<SlowLog>();
        time = services.GetRequiredService<TimeProvider>();
        Record = services.GetRequiredService<OperationRecord>();
        began = time.GetTimestamp();
    }

    /// <summary>What it asks.</summary>
    public OperationRecord Record { get; }

    /// <summary>Tells of it, if it was slow.</summary>
    /// <param name="isRefused">Whether it was refused, or broke.</param>
    /// <param name="bytes">The length of the answer.</param>
    public void End(bool isRefused, long bytes) => Tell(isRefused, bytes, time.GetElapsedTime(began));

    /// <summary>Tells of it, if its statements were slow, however long its client took to read the answer.</summary>
    public void EndSent(bool isRefused, long bytes) => Tell(isRefused, bytes, Record.Waited + Record.Worked);

    private void Tell(bool isRefused, long bytes, TimeSpan took) =>
        log.Tell(context, name, isRefused ? ResponseStatus.RequestError : ResponseStatus.Success, bytes, took, Record);
}
