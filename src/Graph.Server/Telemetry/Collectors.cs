using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Graph.Server.Telemetry;

/// <summary>Whether the customary variables name a collector that takes what is measured (OTLP).</summary>
public static class Collectors
{
    /// <summary>Any of them says that there is one.</summary>
    private static readonly string[] Variables =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    internal static bool AreNamed => Array.Exists(Variables, name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });

    /// <summary>
    /// Sends what is measured to the collector, as the variables say, until it is disposed of, which sends the rest;
    /// null where none is named. A collector that does not answer holds nobody up for longer than <c>OTEL_EXPORTER_OTLP_TIMEOUT</c> says.
    /// </summary>
    /// <param name="meters">The names of what measures.</param>
    public static IDisposable? Begin(params string[] meters) =>
        AreNamed ? Sdk.CreateMeterProviderBuilder().AddMeter(meters).AddOtlpExporter().Build() : null;
}
