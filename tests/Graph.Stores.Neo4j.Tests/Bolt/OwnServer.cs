namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>A server that a test starts, stops and starts again with the same data.</summary>
internal static class OwnServer
{
    public static string? StartScript { get; } = Environment.GetEnvironmentVariable("GRAPH_TEST_NEO4J_START") is { Length: > 0 } path ? path : null;

    public static string? StopScript { get; } = Environment.GetEnvironmentVariable("GRAPH_TEST_NEO4J_STOP") is { Length: > 0 } path ? path : null;
}
