namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>A fact that needs a real server: the one at <c>NEO4J_URI</c>. Without it the test is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class Neo4jFactAttribute : FactAttribute
{
    public Neo4jFactAttribute()
    {
        if (RealServer.Uri is null)
            Skip = "No Neo4j at hand: set NEO4J_URI=bolt://host:port (and NEO4J_USERNAME, NEO4J_PASSWORD) to a server for tests.";
    }
}

/// <summary>A fact that starts and stops servers of its own, by the scripts that the environment names.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnNeo4jFactAttribute : FactAttribute
{
    public OwnNeo4jFactAttribute()
    {
        if (OwnServer.StartScript is null || OwnServer.StopScript is null)
            Skip = "This test restarts its server: set GRAPH_TEST_NEO4J_START and GRAPH_TEST_NEO4J_STOP to the scripts that start and stop one.";
    }
}
