using Graph.Model.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Graph.Server;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the store answers too; 503 with the store's sentence
/// while it does not.
/// </summary>
internal static class HealthEndpoints
{
    /// <summary>A store that is slower than this is as good as away for whoever asks about readiness.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder endpoints, IGraphStore store)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        endpoints.MapGet("/health/ready", async (CancellationToken cancellationToken) =>
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limited.CancelAfter(Patience);
            try
            {
                await store.PingAsync(limited.Token);
                return Results.Json(new { status = "ready", store = store.Location });
            }
            catch (StoreException fault)
            {
                return NotReady(fault.Message);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return NotReady($"The store {store.Location} did not answer within {Patience.TotalSeconds:0} seconds. Check that it is not overloaded.");
            }
        });

        static IResult NotReady(string reason) => Results.Json(new { status = "not ready", reason }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
