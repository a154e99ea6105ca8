using System.Net;
using System.Text.Json;
using Graph.Explorer;
using Graph.Model.Ontologies;
using Graph.Server.Explorer;
using Graph.Server.Stores;

namespace Graph.Server.Tests;

public sealed class ServingTheExplorer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-explorer-").FullName;
    private readonly HttpClient client = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
    private GraphServer server = null!;
    private IAsyncDisposable store = null!;

    public async Task InitializeAsync()
    {
        var graph = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.Combine(folder, "a.db")), Ontology.Shipped, CancellationToken.None);
        store = graph;
        server = await GraphServer.StartAsync(graph, new() { Urls = "http://127.0.0.1:0" }, CancellationToken.None);
        client.BaseAddress = new Uri(server.Url);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task IsAtTheRootOrSaysHowToGetIt()
    {
        using var answer = await client.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains(ExplorerFiles.AreThere ? "id=\"app\"" : "<a href=\"/graphql\">", page);
    }

    [NeedsExplorer]
    public async Task AnswersEveryAddressOfItsPages()
    {
        var start = await client.GetStringAsync("/");
        foreach (var address in (string[])["/actor/%D0%9B%2F", "/pair/a/b", "/act/x", "/matrix?from=2025-01-01", "/query"])
            Assert.Equal(start, await client.GetStringAsync(address));
        using var other = await client.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var missing = await client.GetAsync("/explorer/no.js");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var outside = await client.GetAsync("/explorer/..%2Findex.html");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [NeedsExplorer]
    public async Task SaysInTheDocumentAtWhatPathTheServerStands()
    {
        await using var graph = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.Combine(folder, "b.db")), Ontology.Shipped, CancellationToken.None);
        await using var deep = await GraphServer.StartAsync(graph, new() { Urls = "http://127.0.0.1:0", PathBase = "/talks" }, CancellationToken.None);
        var page = await client.GetStringAsync($"{deep.Url}/act/x");
        Assert.Contains("data-base=\"/talks\"", page);
        var script = page.Split("src=\"")[1].Split('"')[0];
        Assert.StartsWith("/talks/explorer/", script, StringComparison.Ordinal);
        using var file = await client.GetAsync(new Uri(new Uri(deep.Url), script));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
    }

    [NeedsExplorer]
    public async Task SendsItsFilesCompressedToThoseWhoTakeItAndForKeeping()
    {
        var page = await client.GetStringAsync("/");
        var script = page.Split("src=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.Add("Accept-Encoding", "gzip, br;q=0.9");
        using var answer = await client.SendAsync(request);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.GetValues("Cache-Control").Order()));
        using var plain = await client.GetAsync(script);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript; charset=utf-8", plain.Content.Headers.ContentType!.ToString());
        using var refused = new HttpRequestMessage(HttpMethod.Head, script);
        refused.Headers.Add("Accept-Encoding", "br;q=0, gzip");
        using var head = await client.SendAsync(refused);
        Assert.Equal("gzip", Assert.Single(head.Content.Headers.ContentEncoding));
        Assert.NotEqual(0, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task SaysWhatTheGraphIsOf()
    {
        var domain = JsonElement.Parse(await client.GetStringAsync("/explorer.json"));
        var act = domain.GetProperty("act");
        Assert.Equal(("Accusation", "accusers", "accused"), (Text(act, "type"), Text(act, "by"), Text(act, "against")));
        Assert.Equal(("accuser", "accused", "whoAccusedWhom"), (Text(act, "actor"), Text(act, "counterpart"), Text(act, "pairs")));
        Assert.True(domain.GetProperty("isShipped").GetBoolean());
    }

    [Fact]
    public void SaysOfAnotherDomainWhatItIsOfAndThatNothingIsAnAct()
    {
        var films = OntologyReader.Read("type Film @node { id: ID! @unique title: String! sequels: [Film!]! @relationship(type: \"BEFORE\", direction: OUT) }").Ontology!;
        var domain = JsonElement.Parse(DomainDescription.Of(films));
        Assert.False(domain.TryGetProperty("act", out _));
        var film = domain.GetProperty("types")[0];
        Assert.Equal(("films", "title"), (Text(film, "plural"), Text(film, "caption")));
        Assert.Equal("BEFORE", Text(film.GetProperty("relationships")[0], "type"));
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}

/// <summary>A fact about pages that are built where Node is; skipped, saying so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsExplorerAttribute : FactAttribute
{
    public NeedsExplorerAttribute()
    {
        if (!ExplorerFiles.AreThere) Skip = "The explorer is not in this build: install Node 20 or later and build once more.";
    }
}
