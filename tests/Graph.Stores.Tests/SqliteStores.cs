using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Sqlite;

namespace Graph.Stores.Tests;

/// <summary>Embedded stores in a folder of their own.</summary>
public sealed class SqliteStores : Stores
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graph-stores-");
    private readonly List<IGraphStore> opened = [];

    public override async Task<IGraphStore> OpenEmptyAsync(Ontology ontology)
    {
        var options = new SqliteStoreOptions { WriterWait = TimeSpan.FromMilliseconds(200) };
        opened.Add(await SqliteStore.OpenAsync(Path.Combine(folder.FullName, $"{opened.Count}.db"), ontology, options));
        return opened[^1];
    }

    public override async Task DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
