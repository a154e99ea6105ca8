using System.Diagnostics.Metrics;
using Graph.Api.Serving;

namespace Graph.Api.Streams;

/// <summary>What is measured of those who listen; costs nothing where nobody looks.</summary>
internal static class StreamMetrics
{
    private static readonly Meter Meter = new(StatementMetrics.SourceName);

    private static readonly UpDownCounter<long> Listening = Meter.CreateUpDownCounter<long>(
        "graph.changes.listeners", "{listener}", "Subscribers to changes.");

    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "graph.changes.told", "{event}", "Changes told, to each subscriber.");

    public static void Came() => Listening.Add(1);

    public static void Left() => Listening.Add(-1);

    public static void Told(int listeners) => Events.Add(listeners);
}
