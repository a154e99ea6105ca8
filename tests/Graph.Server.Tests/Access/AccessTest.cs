using System.Net.Http.Headers;
using System.Text.Json;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;

namespace Graph.Server.Tests.Access;

/// <summary>A test that asks a server with an empty graph, which may let in keys of a file.</summary>
public abstract class AccessTest : IAsyncLifetime
{
    private protected KeyFolder Folder { get; } = new();

    private protected HttpClient Client { get; } = new();

    private protected IGraphStore Store { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Store = await GraphStores.OpenAsync(
            new StoreLocation.Sqlite(Path.ChangeExtension(Folder.File, "db")), Ontology.Shipped, CancellationToken.None);

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Store.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Starts a server, at any port of this machine where the options do not say otherwise.</summary>
    private protected Task<GraphServer> StartAsync(GraphServerOptions options) => GraphServer.StartAsync(
        Store,
        options.Urls == GraphServerOptions.DefaultUrl ? options with { Urls = "http://127.0.0.1:0" } : options,
        CancellationToken.None);

    private protected async Task<HttpResponseMessage> SendAsync(
        GraphServer server, string path, string? key = null, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal) + path);
        request.Headers.Accept.ParseAdd(accept);
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await Client.SendAsync(request);
    }

    /// <summary>The first error of an answer.</summary>
    private protected static async Task<JsonElement> ErrorAsync(HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("errors")[0];
}
