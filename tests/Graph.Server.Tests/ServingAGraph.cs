using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Graph.Api.Serving;
using Graph.GraphQL.AspNetCore;
using Graph.GraphQL.Documents;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Microsoft.AspNetCore.Builder;
using SQLitePCL;

namespace Graph.Server.Tests;

public sealed class ServingAGraph : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-server-").FullName;
    private IGraphStore store = null!;

    public async Task InitializeAsync() =>
        store = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.Combine(folder, "a.db")), Ontology.Shipped, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task AnswersQueriesAndTellsItsHealth()
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        Assert.Equal("{\"data\":{\"people\":[]}}", await AskAsync(client, "{ people { name } }"));
        Assert.Equal("live", (await client.GetFromJsonAsync<JsonElement>("/health/live")).GetProperty("status").GetString());
        Assert.Equal("{\"status\":\"ready\"}", await client.GetStringAsync("/health/ready"));
        Assert.Equal("{\"status\":\"ready\"}", await client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task IsNotReadyWhileTheDatabaseIsAwayAndSaysSoWithoutItsAddress()
    {
        var (away, notice) = await GraphStores.OpenForServingAsync(
            new StoreLocation.Neo4j(new("bolt://127.0.0.1:1")),
            Ontology.Shipped,
            CancellationToken.None);
        await using var disposal = away;
        Assert.Contains("127.0.0.1:1", notice, StringComparison.Ordinal);
        await using var server = await GraphServer.StartAsync(away, new() { Urls = "http://127.0.0.1:0" }, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var ready = await client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        var id = Assert.Single(ready.Headers.GetValues("X-Request-Id"));
        Assert.Equal(
            $"{{\"status\":\"not ready\",\"reason\":\"The database cannot be reached; try again later.\",\"code\":\"STORE_UNAVAILABLE\",\"requestId\":\"{id}\"}}",
            await ready.Content.ReadAsStringAsync());
        using var live = await client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        var error = JsonElement.Parse(await AskAsync(client, "{ people { name } }")).GetProperty("errors")[0];
        Assert.Equal("The database cannot be reached; try again later.", error.GetProperty("message").GetString());
        Assert.Equal("STORE_UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("extensions").GetProperty("requestId").GetString());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task TellsNobodyButSomebodyAtTheMachineWhereTheStoreIs(string accept)
    {
        // A file that another program has spoilt.
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(Path.Combine(folder, "a.db"), out var spoilt));
        using (spoilt) Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(spoilt, "DROP TABLE Accusation"));

        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ accusations { matter } }" })
        };
        request.Headers.Add("Accept", accept);
        request.Headers.Add("X-Request-Id", "mine");
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"requestId\":\"mine\"}", body, StringComparison.Ordinal);
        Assert.Contains("\"message\":\"The database ", body, StringComparison.Ordinal);
        foreach (var secret in new[] { folder, "a.db", "no such table", "SQLite", "SELECT", " at " })
            Assert.DoesNotContain(secret, body, StringComparison.OrdinalIgnoreCase);
        using var local = await GraphExecutor.Create(store).ExecuteAsync(GraphQL.Execution.GraphQLRequest.Of("{ accusations { matter } }"));
        Assert.Contains("a.db", local.ToString(), StringComparison.Ordinal);
        Assert.Contains("a.db", Assert.Single(local.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsNoStackWhateverTheEnvironmentSays()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
        try
        {
            await using var application = GraphServer.CreateBuilder(new() { Urls = "http://127.0.0.1:0" }).Build();
            application.MapGet("/broken", string () => throw new InvalidOperationException("the password is secret"));
            await application.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
            using var request = new HttpRequestMessage(HttpMethod.Get, "/broken");
            request.Headers.Add("Accept", "text/html, */*");
            using var response = await client.SendAsync(request);
            Assert.Equal((HttpStatusCode.InternalServerError, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", null);
        }
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/guide/graph.grass")]
    [InlineData("/graphql?query={people{name}}")]
    public async Task GivesTheHeadOfWhatItGives(string path)
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(HttpProfile.Customary, HttpStatusCode.OK, "application/json")]
    [InlineData(HttpProfile.NewestDraft, HttpStatusCode.UnprocessableEntity, "application/graphql-response+json")]
    public async Task FollowsTheEditionOfGraphQLOverHttpItIsTold(HttpProfile profile, HttpStatusCode status, string type)
    {
        await using var server = await StartAsync(new() { HttpProfile = profile });
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var response = await client.PostAsJsonAsync("/graphql", new { query = "{ nonsense }" });
        Assert.Equal((status, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task LetsNeo4jBrowserReadItsGuide()
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var response = await client.GetAsync("/guide/intro.adoc");
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.StartsWith("<title>Who accused whom</title>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("node.Accusation {", await client.GetStringAsync("/guide/graph.grass"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivesNeo4jBrowserLeaveToAskForItsGuidePastCaches()
    {
        await using var server = await StartAsync(new());
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Options, "/guide/intro.adoc");
        request.Headers.Add("Origin", "http://127.0.0.1:7474");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "cache-control,pragma,sentry-trace");
        using var response = await client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")));
    }

    [Fact]
    public async Task TellsNoSchemaWhereIntrospectionIsOff()
    {
        await using var server = await StartAsync(new() { Introspection = false });
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        Assert.Contains("introspection", await AskAsync(client, "{ __schema { queryType { name } } }"), StringComparison.Ordinal);
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await AskAsync(client, "{ __typename }"));
    }

    [Fact]
    public async Task AnswersOnlyTrustedDocumentsWhereAFolderOfThemIsGiven()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "people.graphql"), "{ people { name } }");
        await using var server = await StartAsync(new() { TrustedDocuments = TrustedDocuments.FromFolder(folder) });
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        Assert.Equal("{\"data\":{\"people\":[]}}", await AskAsync(client, "{ people { name } }"));
        Assert.Contains("errors", await AskAsync(client, "{ states { name } }"), StringComparison.Ordinal);
        var (name, id) = TrustedDocuments.FromFolder(folder).Ids.Single();
        foreach (var documentId in new[] { name, id, id["sha256:".Length..] })
        {
            using var response = await client.PostAsJsonAsync("/graphql", new { documentId });
            Assert.Equal("{\"data\":{\"people\":[]}}", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task AnswersBatchesWhereItIsTold()
    {
        await using var server = await StartAsync(new() { MaxBatch = 2 });
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var response = await client.PostAsJsonAsync("/graphql", new[] { new { query = "{ people { name } }" }, new { query = "{ states { name } }" } });
        Assert.Equal("[{\"data\":{\"people\":[]}},{\"data\":{\"states\":[]}}]", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("/graph", "/")]
    [InlineData("/graph", "/graph")]
    [InlineData("/graph", "/graph/")]
    public async Task AnswersAlsoBehindAProxyWithAPathOfItsOwn(string pathBase, string path)
    {
        await using var server = await StartAsync(new() { PathBase = pathBase });
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var response = await client.GetAsync(new Uri(server.Url[..^pathBase.Length] + path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.EndsWith(pathBase, server.Url, StringComparison.Ordinal);
        using var asked = await client.PostAsJsonAsync(server.Url + "/graphql", new { query = "{ __typename }" });
        Assert.Equal("{\"data\":{\"__typename\":\"Query\"}}", await asked.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("https://dashboards.example", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task LetsOnlyPagesOfAllowedOriginsAsk(string origin, bool allowed)
    {
        await using var server = await StartAsync(new() { AllowedOrigins = ["https://dashboards.example"] });
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };
        request.Headers.Add("Origin", origin);
        using var response = await client.SendAsync(request);
        Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [NeedsChromium]
    public async Task ShowsABrowserAPageThatAnswersQueriesAndListsTheSchema()
    {
        await using var server = await StartAsync(new());
        await using var page = await Chromium.OpenAsync(server.Url + "/graphql");
        await page.UntilAsync("document.querySelectorAll('#types details').length > 100");
        await page.EvaluateAsync(
            "document.getElementById('query').value = '{ peopleConnection { totalCount } }'; document.getElementById('run').click()");
        await page.UntilAsync("document.getElementById('result').textContent.includes('\"totalCount\": 0')");
        await page.EvaluateAsync("document.getElementById('query').value = '{ nonsense }'; document.getElementById('run').click()");
        await page.UntilAsync("document.getElementById('result').textContent.includes('Cannot query field')");
        await page.EvaluateAsync(
            "document.getElementById('filter').value = 'tenurewhere'; document.getElementById('filter').dispatchEvent(new Event('input'))");
        await page.UntilAsync(
            "document.querySelectorAll('#types details:not([hidden])').length < document.querySelectorAll('#types details').length / 10");
    }

    private Task<GraphServer> StartAsync(GraphServerOptions options) =>
        GraphServer.StartAsync(store, options with { Urls = "http://127.0.0.1:0" }, CancellationToken.None);

    private static async Task<string> AskAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query });
        return await response.Content.ReadAsStringAsync();
    }
}
