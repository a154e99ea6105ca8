using Graph.GraphQL.Execution;
using Graph.Model.Stores;

namespace Graph.Api.Serving;

/// <summary>Answers GraphQL requests about a graph.</summary>
public static class GraphExecutor
{
    /// <summary>
    /// Makes the executor of a graph's API for somebody at their own machine: without the limits that protect a server from
    /// strangers, and with the store's own words when it fails.
    /// </summary>
    public static RequestExecutor Create(IGraphStore store) =>
        new(GraphSchema.Create(store.Ontology, store), ExecutorOptions.Unlimited with { TellDetails = true });
}
