using Graph.Api.Serving;
using Graph.GraphQL.AspNetCore;
using Graph.GraphQL.Documents;
using Graph.Model.Stores;
using Graph.Server.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Graph.Server.Telemetry;

/// <summary>
/// Metrics at <c>/metrics</c>, for Prometheus and for those who may; metrics and traces to a collector where the customary variables name one
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin).
/// </summary>
internal static class Metrics
{
    private const string Path = "/metrics";

    /// <summary>Of the framework: requests, connections and TLS, memory and threads.</summary>
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
        StatementMetrics.SourceName, GraphQLMetrics.SourceName, CacheMetrics.SourceName, PoolMetrics.SourceName,
    ];

    public static void Add(IServiceCollection services)
    {
        var telemetry = services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        if (!Collectors.AreNamed) return;
        telemetry
            .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore", GraphQLMetrics.SourceName, StatementMetrics.SourceName))
            .UseOtlpExporter();
    }

    public static void Map(WebApplication application) =>
        application.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(AccessControl.Operators);
}
