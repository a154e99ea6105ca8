using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Tests;

/// <summary>
/// The one database of the server for tests, emptied for every test that asks for a store. It must be empty or
/// marked by an earlier run, so that nobody's graph is lost to a test.
/// </summary>
public class Neo4jStores : Stores
{
    private readonly List<IGraphStore> opened = [];

    /// <summary>Why the tests cannot run here, or null.</summary>
    public static string? NotAtHand => TestNeo4j.NotAtHand;

    public override bool AreAtHand => NotAtHand is null;

    /// <summary>The address of the server.</summary>
    protected virtual string Uri => TestNeo4j.Uri;

    public override async Task<IGraphStore> OpenEmptyAsync(Ontology ontology)
    {
        await ThrowAwayDatabase.EmptyAsync(Uri, ontology);
        opened.Add(await OpenAsync(ontology, new Neo4jStoreOptions { WriterWait = TimeSpan.FromSeconds(3) }));
        return opened[^1];
    }

    public override async Task<IGraphStore> ReopenAsync(IGraphStore store, Ontology ontology)
    {
        await store.DisposeAsync();
        await using (var runner = new BoltClient(Neo4jStore.SettingsOf(Uri)))
            await new Migrator(runner, Uri, Migrator.Of(ontology)).ApplyAsync(CancellationToken.None);
        opened.Add(await OpenAsync(ontology, new()));
        return opened[^1];
    }

    protected virtual async Task<IGraphStore> OpenAsync(Ontology ontology, Neo4jStoreOptions options) =>
        await Neo4jStore.OpenAsync(Uri, ontology, options);

    public override async Task DamageAsync(IGraphStore store, string sql, string cypher)
    {
        await using var runner = new BoltClient(Neo4jStore.SettingsOf(Uri));
        await runner.RunAsync(new(cypher) { Access = AccessMode.Write }, new NumberRows(static (_, _, _) => { }), CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
    }
}

/// <summary>
/// The database of a second server, where one can be started, so that half of the tests need not wait for the other half. It is reached as a
/// cluster of one is; a server that was given may tell an address that leads to it from elsewhere only.
/// </summary>
public class Neo4jStoresOfTheSecond : Neo4jStores
{
    protected override string Uri => TestNeo4j.HasSecond ? TestNeo4j.Second.BoltUri.Replace("bolt://", "neo4j://") : TestNeo4j.Uri;
}

/// <summary>The same database, spoken to over HTTP: what the store needs of a driver is what its seam says.</summary>
public sealed class Neo4jStoresOverHttp : Neo4jStores
{
    /// <summary>Why the tests cannot run here, or null.</summary>
    public static new string? NotAtHand => Neo4jStores.NotAtHand ?? (TestNeo4j.HttpUri is null
        ? "The Neo4j at hand was given without its HTTP address: set NEO4J_HTTP_URI=http://host:port."
        : null);

    public override bool AreAtHand => NotAtHand is null;

    protected override Task<IGraphStore> OpenAsync(Ontology ontology, Neo4jStoreOptions options) =>
        Task.FromResult<IGraphStore>(new Neo4jStore(new HttpRunner(TestNeo4j.HttpUri!), TestNeo4j.HttpUri!, ontology, options));
}
