using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j;
using Graph.Stores.Sqlite;

namespace Graph.Server.Stores;

/// <summary>Opens the graph that a location names.</summary>
public static class GraphStores
{
    /// <summary>Opens a graph for reading and writing. A SQLite file that is missing is created, with its folder.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async ValueTask<IGraphStore> OpenAsync(
        StoreLocation location,
        Ontology ontology,
        CancellationToken cancellationToken) => location switch
        {
            StoreLocation.Neo4j neo4j => await Neo4jStore.OpenAsync(neo4j.Uri.OriginalString, ontology, cancellationToken: cancellationToken),
            StoreLocation.Sqlite sqlite => await OpenAsync(sqlite, ontology, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(location), location, "A location is a SQLite file or a Neo4j server."),
        };

    /// <summary>Opens a graph against which an import is rehearsed: a SQLite file that is missing is not created, and counts as empty.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async ValueTask<IGraphStore> OpenForRehearsalAsync(
        StoreLocation location, Ontology ontology, CancellationToken cancellationToken) =>
        location is StoreLocation.Sqlite sqlite && IsToBeMade(location)
            ? await SqliteStore.OpenScratchAsync($"sqlite:{sqlite.Path}", ontology, cancellationToken)
            : await OpenAsync(location, ontology, cancellationToken);

    /// <summary>Whether a location names a file in which no graph was made yet. Of a server only asking it can tell.</summary>
    public static bool IsToBeMade(StoreLocation location) => location is StoreLocation.Sqlite sqlite && StoreFiles.IsToBeMade(sqlite.Path);

    /// <summary>Opens a graph that must be there: nothing is created where a path is misspelt.</summary>
    /// <exception cref="StoreException">It is not there, is empty, or cannot be opened.</exception>
    public static async ValueTask<IGraphStore> OpenExistingAsync(StoreLocation location, Ontology ontology, CancellationToken cancellationToken)
    {
        if (location is StoreLocation.Sqlite sqlite) StoreFiles.Demand(sqlite.Path);
        return await OpenAsync(location, ontology, cancellationToken);
    }

    /// <summary>
    /// Opens a graph to be served; a file must be there already. A Neo4j server may still be away, or lack migrations or
    /// indexes: what is amiss comes back as a
    /// sentence, and every request asks the server anew.
    /// </summary>
    /// <exception cref="StoreException">It is a file that cannot be opened, or no address.</exception>
    public static async ValueTask<(IGraphStore Store, string? Notice)> OpenForServingAsync(
        StoreLocation location,
        Ontology ontology,
        CancellationToken cancellationToken)
    {
        if (location is not StoreLocation.Neo4j neo4j) return (await OpenExistingAsync(location, ontology, cancellationToken), null);
        var store = Neo4jStore.Connect(neo4j.Uri.OriginalString, ontology);
        try
        {
            return (store, await store.CheckSchemaAsync(cancellationToken));
        }
        catch (StoreException fault)
        {
            return (store, fault.Message);
        }
    }

    private static async ValueTask<IGraphStore> OpenAsync(StoreLocation.Sqlite location, Ontology ontology, CancellationToken cancellationToken)
    {
        if (location == StoreLocation.Default) Directory.CreateDirectory(Path.GetDirectoryName(location.Path)!);
        return await SqliteStore.OpenAsync(location.Path, ontology, cancellationToken: cancellationToken);
    }
}
