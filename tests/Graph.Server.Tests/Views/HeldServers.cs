using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Graph.Server.Tests.Access;

namespace Graph.Server.Tests.Views;

/// <summary>A server of all sources, with a key that is held to the open one, and a server of the open source alone.</summary>
public sealed class HeldServers : IAsyncLifetime
{
    private readonly KeyFolder keys = new();
    private readonly DirectoryInfo views = Directory.CreateTempSubdirectory("graph-held-");
    private IGraphStore all = null!;
    private IGraphStore open = null!;

    internal HttpClient Client { get; } = new();

    internal GraphServer Held { get; private set; } = null!;

    internal GraphServer Alone { get; private set; } = null!;

    internal string HeldKey { get; private set; } = "";

    internal string WholeKey { get; private set; } = "";

    public async Task InitializeAsync()
    {
        (all, open) = (await MakeAsync("all"), await MakeAsync("open"));
        await HeldNews.ImportAllAsync(all);
        await HeldNews.ImportOpenAsync(open);
        (HeldKey, WholeKey) = (keys.AddHeld("held", HeldNews.Open), keys.Add("whole"));
        var options = new GraphServerOptions { Urls = "http://127.0.0.1:0", Access = new() { KeyFile = keys.File }, ViewFolder = views.FullName };
        Held = await GraphServer.StartAsync(all, options, CancellationToken.None);
        Alone = await GraphServer.StartAsync(open, options, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Held.DisposeAsync();
        await Alone.DisposeAsync();
        // What views had on the disk goes with their server.
        Assert.Empty(views.EnumerateFileSystemInfos());
        await all.DisposeAsync();
        await open.DisposeAsync();
        Client.Dispose();
        keys.Dispose();
        views.Delete(recursive: true);
    }

    private async Task<IGraphStore> MakeAsync(string name) => await GraphStores.OpenAsync(
        new StoreLocation.Sqlite(Path.Combine(Path.GetDirectoryName(keys.File)!, name + ".db")), Ontology.Shipped, CancellationToken.None);
}
