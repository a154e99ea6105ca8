using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Sqlite;

namespace Graph.Server;

/// <summary>Opens the graph that a location names.</summary>
public static class GraphStores
{
    /// <summary>Opens a graph for reading and writing. A SQLite file that is missing is created, with its folder.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static async ValueTask<IGraphStore> OpenAsync(StoreLocation location, Ontology ontology, CancellationToken cancellationToken)
    {
        switch (location)
        {
            case StoreLocation.Sqlite sqlite:
                if (sqlite == StoreLocation.Default) Directory.CreateDirectory(Path.GetDirectoryName(sqlite.Path)!);
                return await SqliteStore.OpenAsync(sqlite.Path, ontology, cancellationToken: cancellationToken);
            default: throw new StoreException(StoreFault.Unavailable, $"There is no way to open {location}.");
        }
    }
}
