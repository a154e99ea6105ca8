using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Server.Views;

/// <summary>
/// How far a graph has come: its latest run, when that ended, and the place after its last change, which tells that a run at work, or one that
/// was broken off, has written.
/// </summary>
internal readonly record struct GraphState(long Run, DateTimeOffset? Ended, ChangeCursor Changes)
{
    /// <summary>Looks.</summary>
    /// <exception cref="StoreException">The graph does not answer.</exception>
    public static async ValueTask<GraphState> OfAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var latest = (await store.RunsAsync(1, 0, cancellationToken)).FirstOrDefault();
        return new(latest?.Id ?? 0, latest?.EndedAt, await ChangeFeed.EndAsync(store, cancellationToken));
    }
}
