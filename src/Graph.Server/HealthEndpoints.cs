using Graph.Api.Planning;
using Graph.GraphQL.AspNetCore;
using Graph.Model.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Graph.Server;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>, and <c>/health</c> for those who know no other: the store
/// answers too; 503 with a sentence, a code and the request's id while it does not. Which store it is, and its own words, stand in the log alone.
/// </summary>
internal static partial class HealthEndpoints
{
    /// <summary>A store that is slower than this is as good as away for whoever asks about readiness.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder endpoints, IGraphStore store)
    {
        var log = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Graph.Server");
        var limit = new LogLimit(log, TimeProvider.System);
        endpoints.MapMethods("/health/live", Readable.Methods, () => Results.Json(new { status = "live" })).AllowAnonymous();
        foreach (var path in (string[])["/health", "/health/ready"]) endpoints.MapMethods(path, Readable.Methods, ReadyAsync).AllowAnonymous();

        async Task<IResult> ReadyAsync(HttpContext context, CancellationToken cancellationToken)
        {
            var id = RequestId.Assign(context);
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limited.CancelAfter(Patience);
            try
            {
                await store.PingAsync(limited.Token);
                return Results.Json(new { status = "ready" });
            }
            catch (StoreException fault)
            {
                return NotReady(fault.Fault, fault.Message);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return NotReady(StoreFault.Unavailable, Messages.NoAnswer(store.Location, Patience));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                return NotReady(StoreFault.Other, fault.ToString());
            }

            IResult NotReady(StoreFault fault, string detail)
            {
                if (limit.Allows("a store that is not ready", context.Connection.RemoteIpAddress)) StoreNotReady(log, id, detail);
                return Results.Json(
                    new
                    {
                        status = "not ready",
                        reason = StoreErrors.Sentence(fault),
                        code = StoreErrors.Code(
                        fault),
                        requestId = id
                    }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Request {Request}: the store is not ready: {Detail}")]
    private static partial void StoreNotReady(ILogger logger, string request, string detail);
}
