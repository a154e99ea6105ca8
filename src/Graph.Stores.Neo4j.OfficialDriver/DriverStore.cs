using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Stores.Neo4j.OfficialDriver;

/// <summary>The Neo4j store over the official driver in the place of the client that is built in.</summary>
public static class DriverStore
{
    /// <summary>The store at an address, without asking the server yet.</summary>
    /// <param name="location"><c>bolt://host:port/database</c>, or another scheme of Neo4j; credentials come from the environment.</param>
    /// <param name="ontology">The domain.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="StoreException">The address is none.</exception>
    public static Neo4jStore Connect(string location, Ontology ontology, Neo4jStoreOptions? options = null)
    {
        var settings = Neo4jStore.SettingsOf(location);
        return new(new DriverRunner(settings), settings.ToString(), ontology, options ?? new());
    }
}
