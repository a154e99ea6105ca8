using Graph.Api.Serving;
using Graph.GraphQL.AspNetCore;
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
        StatementMetrics.SourceName, GraphQLMetrics.SourceName,
    ];

    /// <summary>Any of them says that there is a collector.</summary>
    private static readonly string[] Collectors =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static void Add(IServiceCollection services)
    {
        var telemetry = services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        if (!Array.Exists(Collectors, name => Environment.GetEnvironmentVariable(name) is { Length: > 0 })) return;
        telemetry
            .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore", GraphQLMetrics.SourceName, StatementMetrics.SourceName))
            .UseOtlpExporter();
    }

    public static void Map(WebApplication application) =>
        application.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(AccessControl.Operators);
}
