using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j;
using Graph.Tests;

namespace Graph.Stores.Tests;

/// <summary>
/// The one database of the server for tests, emptied for every test that asks for a store. It must be empty or
/// marked by an earlier run, so that nobody's graph is lost to a test.
/// </summary>
public sealed class Neo4jStores : Stores
{
    private readonly List<IGraphStore> opened = [];

    /// <summary>Why the tests cannot run here, or null.</summary>
    public static string? NotAtHand => TestNeo4j.NotAtHand;

    public override bool AreAtHand => NotAtHand is null;

    public override async Task<IGraphStore> OpenEmptyAsync(Ontology ontology)
    {
        await ThrowAwayDatabase.EmptyAsync(TestNeo4j.Uri, ontology);
        opened.Add(await Neo4jStore.OpenAsync(TestNeo4j.Uri, ontology, new Neo4jStoreOptions { WriterWait = TimeSpan.FromSeconds(3) }));
        return opened[^1];
    }

    public override async Task DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
    }
}
