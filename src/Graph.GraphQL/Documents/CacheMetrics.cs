using System.Diagnostics.Metrics;

namespace Graph.GraphQL.Documents;

/// <summary>What is measured of the caches of executors, all of them together; costs nothing where nobody listens.</summary>
public static class CacheMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string SourceName = "Graph.GraphQL.Caches";

    /// <summary>Documents by their text, documents by their hash (automatic persisted queries), and plans.</summary>
    internal const string Documents = "documents", Persisted = "persisted", Plans = "plans";

    private static readonly Meter Meter = new(SourceName);

    private static readonly Counter<long> Lookups = Meter.CreateCounter<long>(
        "graphql.cache.lookups", "{lookup}", "How often something was looked for in a cache.");

    /// <summary>Something was looked for.</summary>
    /// <returns>What was found; null where it was not there.</returns>
    internal static T? Found<T>(string cache, T? value)
        where T : class
    {
        if (Lookups.Enabled) Lookups.Add(1, new("graphql.cache", cache), new("graphql.cache.result", value is null ? "miss" : "hit"));
        return value;
    }
}
