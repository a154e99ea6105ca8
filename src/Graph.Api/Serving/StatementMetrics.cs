using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Graph.Api.Serving;

/// <summary>What is measured of statements, by their lane; costs nothing where nobody listens.</summary>
public static class StatementMetrics
{
    /// <summary>The name of the meter and of the source of activities.</summary>
    public const string SourceName = "Graph.Statements";

    private static readonly ActivitySource Source = new(SourceName);

    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "graph.statement.duration", "s", "How long statements work.");

    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(
        "graph.statement.wait", "s", "How long statements wait for their turn.");

    private static readonly Counter<double> Cost = Meter.CreateCounter<double>(
        "graph.statement.cost", "{object}", "What statements may cost.");

    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("graph.statement.rows", "{row}", "Rows that statements give.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "graph.statement.refusals", "{statement}", "Statements that are refused for now.");

    internal static Activity? Began(string lane, double cost, TimeSpan waited)
    {
        var tag = Of(lane);
        Wait.Record(waited.TotalSeconds, tag);
        Cost.Add(cost, tag);
        return Source.StartActivity("statement")?.SetTag(tag.Key, lane);
    }

    internal static void Ended(string lane, TimeSpan worked) => Duration.Record(worked.TotalSeconds, Of(lane));

    internal static void Gave(long rows) => Rows.Add(rows);

    internal static void Refused(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("graph.code", code));

    private static KeyValuePair<string, object?> Of(string lane) => new("graph.lane", lane);
}
