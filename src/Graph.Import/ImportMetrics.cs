using System.Diagnostics.Metrics;

namespace Graph.Import;

/// <summary>What is measured of imports while they go on; costs nothing where nobody listens.</summary>
public static class ImportMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string SourceName = "Graph.Import";

    private static readonly Meter Meter = new(SourceName);

    private static readonly Counter<long> Records = Meter.CreateCounter<long>(
        "graph.import.records", "{record}", "Records that imports have read, written and rejected.");

    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("graph.import.bytes", "By", "Bytes that imports have read.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("graph.import.duration", "s", "How long imports take.");

    internal static void Went(in ImportProgress from, in ImportProgress to)
    {
        Records.Add(to.Read - from.Read, Of("read"));
        Records.Add(to.Written - from.Written, Of("written"));
        Records.Add(to.Rejected - from.Rejected, Of("rejected"));
        Bytes.Add(to.BytesRead - from.BytesRead);
    }

    internal static void Ended(ImportOutcome outcome, TimeSpan elapsed) => Duration.Record(elapsed.TotalSeconds, Of(outcome.ToString()));

    private static KeyValuePair<string, object?> Of(string outcome) => new("graph.outcome", outcome);
}
