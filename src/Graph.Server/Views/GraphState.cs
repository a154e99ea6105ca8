using Graph.Model.Stores;

namespace Graph.Server.Views;

/// <summary>
/// How far a graph has come: its latest run, and when that ended. While a run is at work, or where one was broken off, the number of nodes
/// tells that it has written.
/// </summary>
internal readonly record struct GraphState(long Run, DateTimeOffset? Ended, long Nodes)
{
    /// <summary>Looks.</summary>
    /// <exception cref="StoreException">The graph does not answer.</exception>
    public static async ValueTask<GraphState> OfAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var latest = (await store.RunsAsync(1, 0, cancellationToken)).FirstOrDefault();
        if (latest is { EndedAt: { } ended }) return new(latest.Id, ended, 0);
        var nodes = 0L;
        foreach (var type in store.Ontology.NodeTypes) nodes += await store.CountAsync(type, cancellationToken);
        return new(latest?.Id ?? 0, null, nodes);
    }
}
