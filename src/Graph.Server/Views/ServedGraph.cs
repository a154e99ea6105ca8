using Graph.Api.Serving;
using Graph.GraphQL.Execution;
using Graph.Model.Stores;
using Graph.Server.Access;
using Graph.Server.Assistants;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Server.Views;

/// <summary>What somebody is answered from: the whole graph, or a view of it, a graph that holds nothing but what some sources say.</summary>
/// <param name="store">The graph.</param>
/// <param name="api">Its API, whose plans, documents and costs are its own.</param>
/// <param name="gate">Where its statements take turns.</param>
internal sealed class ServedGraph(IGraphStore store, RequestExecutor api, StatementGate gate)
{
    private readonly Lazy<AssistantTools> assistants = new(() => new(store.Ontology, api));

    public IGraphStore Store => store;

    public RequestExecutor Api => api;

    public StatementGate Gate => gate;

    /// <summary>What assistants can ask of it.</summary>
    public AssistantTools Assistants => assistants.Value;

    /// <summary>What the caller of a request is answered from. Nobody who is held to datasets ever gets the whole graph.</summary>
    public static ServedGraph Of(HttpContext context) =>
        context.Features.Get<ServedGraph>()
            ?? (Caller.DatasetsOf(context) is null
                ? context.RequestServices.GetRequiredService<ServedGraph>()
                : throw new InvalidOperationException("A caller who is held to datasets has come past the views."));
}
