using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.AspNetCore;

/// <summary>What is measured of requests, by the name of their operation and how they ended; costs nothing where nobody listens.</summary>
public static class GraphQLMetrics
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string SourceName = "Graph.GraphQL";

    /// <summary>Clients choose names; each that is kept costs whoever collects the figures a series for every way in which requests end.</summary>
    private const int MaxNames = 100;

    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "graphql.request.duration", "s", "How long operations take to be answered.");

    private static readonly Histogram<long> Bytes = Meter.CreateHistogram<long>(
        "graphql.response.size", "By", "How long answers are, before they are compressed.");

    private static readonly UpDownCounter<long> Streams = Meter.CreateUpDownCounter<long>(
        "graphql.streams", "{stream}", "Subscriptions that are open.");

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    internal static void Finished(string name, ResponseStatus status, int bytes, TimeSpan elapsed)
    {
        if (!Duration.Enabled && !Bytes.Enabled) return;
        var operation = new KeyValuePair<string, object?>("graphql.operation.name", Kept(name));
        var ended = new KeyValuePair<string, object?>("graphql.response.status", status.ToString());
        Duration.Record(elapsed.TotalSeconds, operation, ended);
        Bytes.Record(bytes, operation, ended);
    }

    /// <summary>Counts a stream until it is disposed.</summary>
    internal static IDisposable Streaming(string transport)
    {
        var over = new KeyValuePair<string, object?>("graphql.transport", transport);
        Streams.Add(1, over);
        return new Counted(over);
    }

    /// <summary>The first names that come are told; those after them are others.</summary>
    private static string Kept(string name) =>
        Names.TryGetValue(name, out var kept) ? kept : Names.Count < MaxNames ? Names.GetOrAdd(name, name) : "(other)";

    private sealed class Counted(KeyValuePair<string, object?> over) : IDisposable
    {
        public void Dispose() => Streams.Add(-1, over);
    }
}
