using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.Server.Tests;

/// <summary>An import that is only rehearsed makes no graph where there is none, and has an empty one to be held against.</summary>
public sealed class DryRunsWithoutAFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-rehearsal-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoFileIsMadeOrFilled(bool isEmptyFile)
    {
        var path = Path.Combine(folder, "a.db");
        if (isEmptyFile) await File.WriteAllBytesAsync(path, []);
        await using var store = await GraphStores.OpenForRehearsalAsync(new StoreLocation.Sqlite(path), Ontology.Shipped, CancellationToken.None);
        Assert.Empty(await store.FindAsync(Ontology.Shipped.NodeTypes[0], ["x"], CancellationToken.None));
        Assert.Equal($"sqlite:{path}", store.Location);
        await store.PingAsync(CancellationToken.None);
        Assert.Equal(isEmptyFile ? 0 : -1, File.Exists(path) ? new FileInfo(path).Length : -1);
    }
}
