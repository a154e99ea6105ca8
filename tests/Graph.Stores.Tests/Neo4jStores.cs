using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j;

namespace Graph.Stores.Tests;

/// <summary>
/// The one database of the server at <c>NEO4J_URI</c>, emptied for every test that asks for a store. It must be empty or
/// marked by an earlier run, so that nobody's graph is lost to a test.
/// </summary>
public sealed class Neo4jStores : Stores
{
    private static readonly string? Uri = Environment.GetEnvironmentVariable("NEO4J_URI") is { Length: > 0 } uri ? uri : null;

    private readonly List<IGraphStore> opened = [];

    /// <summary>Why the tests cannot run here, or null.</summary>
    public static string? NotAtHand => Uri is null ? "No Neo4j at hand: set NEO4J_URI=bolt://host:port to a server with an empty database." : null;

    public override bool AreAtHand => NotAtHand is null;

    public override async Task<IGraphStore> OpenEmptyAsync(Ontology ontology)
    {
        await ThrowAwayDatabase.EmptyAsync(Uri!, ontology);
        opened.Add(await Neo4jStore.OpenAsync(Uri!, ontology, new Neo4jStoreOptions { WriterWait = TimeSpan.FromSeconds(3) }));
        return opened[^1];
    }

    public override async Task DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
    }
}
