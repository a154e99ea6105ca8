using Graph.Api;
using Graph.Api.Serving;
using Graph.GraphQL.Execution;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Sqlite;

namespace Graph.Server.Views;

/// <summary>A graph in a file of its own that holds what some sources say and nothing else. It goes when its last user has let go of it.</summary>
internal sealed class View
{
    private readonly SqliteStore store;
    private readonly string path;
    private int users = 1;

    private View(SqliteStore store, string path, ServedGraph served, GraphState state)
    {
        (this.store, this.path, Served, State) = (store, path, served, state);
        Bytes = ViewFolder.BytesOf(path);
    }

    /// <summary>What is answered from it.</summary>
    public ServedGraph Served { get; }

    /// <summary>How far the whole graph had come when this was begun.</summary>
    public GraphState State { get; }

    /// <summary>Its bytes on the disk.</summary>
    public long Bytes { get; }

    /// <summary>Makes one; whoever has made it is its first user.</summary>
    /// <param name="whole">The whole graph.</param>
    /// <param name="sources">The names of the sources.</param>
    /// <param name="path">An empty file.</param>
    /// <param name="plan">How it is served.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up, and leaves nothing.</param>
    /// <exception cref="StoreException">The graph failed, or the disk is full.</exception>
    /// <exception cref="ViewTooLargeException">It would take more than one may.</exception>
    public static async Task<View> MakeAsync(
        IGraphStore whole,
        IReadOnlyList<string> sources,
        string path,
        ViewPlan plan,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        SqliteStore? store = null;
        try
        {
            var state = await GraphState.OfAsync(whole, cancellationToken);
            store = await SqliteStore.OpenAsync(path, whole.Ontology, new() { KeepsChanges = false }, cancellationToken);
            await GraphOfSources.CopyAsync(whole, sources, store, time.GetUtcNow(), DemandRoom, cancellationToken);
            var sizes = new GraphSizes();
            await SizeCount.CountAsync(store, sizes, cancellationToken);
            var schema = GraphSchema.Create(
                store.Ontology,
                store,
                new() { Gate = plan.Gate, Sizes = sizes, NoChanges = Messages.NoChangesOfViews, IsSubgraph = plan.IsSubgraph });
            return new(store, path, new(store, new RequestExecutor(schema, plan.Executor), plan.Gate), state);
        }
        catch
        {
            if (store is not null) await store.DisposeAsync();
            ViewFolder.Remove(path);
            throw;
        }

        void DemandRoom()
        {
            if (ViewFolder.BytesOf(path) > plan.MaxBytes) throw new ViewTooLargeException(plan.MaxBytes);
        }
    }

    /// <summary>Keeps it from going until <see cref="LetGoAsync"/>; false where it has gone.</summary>
    public bool TryUse()
    {
        for (var seen = Volatile.Read(ref users); seen > 0;)
        {
            var now = Interlocked.CompareExchange(ref users, seen + 1, seen);
            if (now == seen) return true;
            seen = now;
        }

        return false;
    }

    /// <summary>One user less.</summary>
    public async ValueTask LetGoAsync()
    {
        if (Interlocked.Decrement(ref users) > 0) return;
        await store.DisposeAsync();
        ViewFolder.Remove(path);
    }
}

/// <summary>A view would take more of the disk than one may.</summary>
internal sealed class ViewTooLargeException(long most) : Exception(Messages.ViewTooLarge(most));
