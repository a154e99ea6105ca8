using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Sqlite;
using SQLitePCL;

namespace Graph.Stores.Tests;

/// <summary>Embedded stores in a folder of their own.</summary>
public sealed class SqliteStores : Stores
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("graph-stores-");
    private readonly List<IGraphStore> opened = [];

    public override async Task<IGraphStore> OpenEmptyAsync(Ontology ontology)
    {
        var options = new SqliteStoreOptions { WriterWait = TimeSpan.FromMilliseconds(200), FewestUnsettledWords = 8 };
        opened.Add(await SqliteStore.OpenAsync(Path.Combine(folder.FullName, $"{opened.Count}.db"), ontology, options));
        return opened[^1];
    }

    public override async Task<IGraphStore> ReopenAsync(IGraphStore store, Ontology ontology)
    {
        await store.DisposeAsync();
        opened.Add(await SqliteStore.OpenAsync(store.Location["sqlite:".Length..], ontology, new()));
        return opened[^1];
    }

    public override Task DamageAsync(IGraphStore store, string sql, string cypher)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(store.Location["sqlite:".Length..], out var database));
        using (database) Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(database, "PRAGMA ignore_check_constraints = 1; " + sql));
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
