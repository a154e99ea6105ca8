using Graph.Api;
using Graph.GraphQL.Execution;
using Graph.Model.Stores;

namespace Graph.Server;

/// <summary>Answers GraphQL requests about a graph.</summary>
public static class GraphExecutor
{
    /// <summary>Makes the executor of a graph's API for somebody at their own machine: without the limits that protect a server from strangers.</summary>
    public static RequestExecutor Create(IGraphStore store) => new(GraphSchema.Create(store.Ontology, store), ExecutorOptions.Unlimited);
}
