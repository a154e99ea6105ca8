namespace Graph.Stores.Neo4j.Tests.Bolt;

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
