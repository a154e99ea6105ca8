using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Graph.Export;
using Graph.GraphQL.Documents;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;

namespace Graph.Server.Tests;

public sealed class ExportsOverHttp : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-export-").FullName;
    private IGraphStore store = null!;

    public async Task InitializeAsync()
    {
        store = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.Combine(folder, "a.db")), Ontology.Shipped, CancellationToken.None);
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        var batch = new Model.Records.RecordBatch();
        foreach (var id in new[] { "ada", "ada-two" })
        {
            var type = store.Ontology.FindNodeType("Person")!;
            var cells = new Model.Records.Cell[type.Properties.Count];
            cells[type.Id.Ordinal] = batch.AddText(id);
            cells[type.Caption.Ordinal] = batch.AddText("Ada");
            cells[type.FindProperty("aliases")!.Ordinal] = batch.AddText("[]", Model.Records.CellKind.List);
            batch.AddNode(type, cells, default);
        }

        await writer.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("", "application/jsonl", "graph.jsonl")]
    [InlineData("?format=graphml", "application/graphml+xml", "graph.graphml")]
    [InlineData("?format=gexf&view=actors", "application/gexf+xml", "actors.gexf")]
    [InlineData("?format=ftm", "application/json+ftm", "graph.ftm.json")]
    public async Task AnExportIsTheFileThatTheCommandWrites(string address, string type, string name)
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var answer = await client.GetAsync("/export" + address);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var format = OutputFormats.All.Single(known => name.EndsWith(known.Ending, StringComparison.Ordinal));
        using var written = new MemoryStream();
        var view = address.Contains("actors", StringComparison.Ordinal) ? GraphView.Actors : format.DefaultView;
        await Exporter.RunAsync(store, new(format, GraphPart.Of(store.Ontology, view)), new StreamTarget(written), CancellationToken.None);
        Assert.Equal(Encoding.UTF8.GetString(written.ToArray()), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SeveralFilesAreAnArchiveAndOneIsPackedForWhoTakesIt()
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        await using var bytes = await client.GetStreamAsync("/export?format=csv");
        using var archive = new ZipArchive(bytes);
        Assert.Equal(["nodes.csv", "edges.csv"], archive.Entries.Select(entry => entry.Name));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/export");
        request.Headers.Add("Accept-Encoding", "gzip");
        using var packed = await client.SendAsync(request);
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        using var text = new StreamReader(new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Equal(await client.GetStringAsync("/export"), await text.ReadToEndAsync());
        using var head = await client.SendAsync(new(HttpMethod.Head, "/export?format=gexf"));
        Assert.Equal("application/gexf+xml", head.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("format=xml", "There is no format \"xml\". Choose from jsonl, graphml, gexf, csv")]
    [InlineData("view=all", "There is no view \"all\". Choose acts or actors.")]
    [InlineData("fmt=gexf", "An export takes format, view, query, where, actor, plain, not \"fmt\".")]
    [InlineData("where={", "where is no JSON object: ")]
    [InlineData("where={\"matters\":1}", "The API refuses where: ")]
    [InlineData("query={people}", "The API refuses query: ")]
    [InlineData("query={people{id}}&where={}", "A query chooses the nodes itself: leave out where and actor, or the query.")]
    [InlineData("actor=Ada", "\"Ada\" may be Ada (ada), Ada (ada-two). Give the id of one.")]
    [InlineData("actor=Nobody", "No Actor is called \"Nobody\".")]
    [InlineData("format=gexf&format=csv", "format is given twice. Give it once; only actor may be given several times.")]
    [InlineData("plain=yes", "plain takes true or false, not \"yes\".")]
    public async Task WhatCannotBeExportedIsToldInASentence(string parameters, string sentence)
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var answer = await client.GetAsync("/export?" + parameters);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("errors")[0];
        Assert.StartsWith(sentence, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(Assert.Single(answer.Headers.GetValues("X-Request-Id")), error.GetProperty("extensions").GetProperty("requestId").GetString());
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task APartIsChosenAsOnTheCommandLine()
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        Assert.Contains("\"Person:ada-two\"", await client.GetStringAsync("/export?query={people(sort:{id:DESC},limit:1){name}}"), StringComparison.Ordinal);
        Assert.Equal("", await client.GetStringAsync("/export?actor=ada"));
        using var page = new HttpRequestMessage(HttpMethod.Get, "/export");
        page.Headers.Add("Origin", "https://page.example");
        using var strange = await client.SendAsync(page);
        Assert.False(strange.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task APageOfAnAllowedOriginMayReadIt()
    {
        await using var server = await StartAsync(new() { AllowedOrigins = ["https://page.example"] });
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var page = new HttpRequestMessage(HttpMethod.Get, "/export");
        page.Headers.Add("Origin", "https://page.example");
        using var answer = await client.SendAsync(page);
        Assert.Equal("https://page.example", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        using var posted = await client.PostAsync("/export", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task AServerOfKnownDocumentsExportsNothing()
    {
        var documents = Directory.CreateDirectory(Path.Combine(folder, "documents")).FullName;
        await File.WriteAllTextAsync(Path.Combine(documents, "people.graphql"), "{ people { name } }");
        await using var server = await StartAsync(new() { TrustedDocuments = TrustedDocuments.FromFolder(documents) });
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var answer = await client.GetAsync("/export");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<GraphServer> StartAsync(GraphServerOptions options) =>
        GraphServer.StartAsync(store, options with { Urls = "http://127.0.0.1:0" }, CancellationToken.None);
}
