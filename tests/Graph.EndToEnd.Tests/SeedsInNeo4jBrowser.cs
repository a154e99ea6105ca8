using System.Text.Json;
using Graph.Tests;

namespace Graph.EndToEnd.Tests;

/// <summary>
/// The Istanbul talks in a Neo4j of its own, the API beside it, and Neo4j Browser on it with the API's style sheet: made at first
/// use, so that tests that are skipped start nothing. One dossier alone, for many scripts show the first or the latest of all.
/// </summary>
public sealed class SeedsInNeo4jBrowser : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private Task<Neo4jBrowser>? opening;
    private GraphProcess? api;
    private Neo4jBrowser? browser;

    /// <summary>Everything a caption may say: names, titles, acts with their matters, claims, quotes.</summary>
    internal string[] Captions { get; private set; } = [];

    /// <summary>Where the Browser reaches the API; it reads from localhost, not from 127.0.0.1.</summary>
    internal string ApiUrl { get; private set; } = "";

    internal Task<Neo4jBrowser> Browser => opening ??= OpenAsync();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        api?.Dispose();
        folder.Dispose();
    }

    private async Task<Neo4jBrowser> OpenAsync()
    {
        var server = TestNeo4j.Start();
        (await GraphProcess.RunAsync(folder.Path, "migrate", "--store", server.BoltUri)).Succeeds();
        var dossier = Path.Combine(Repository.Seeds, "istanbul-2025");
        (await GraphProcess.RunAsync(folder.Path, "import", dossier, "--store", server.BoltUri)).Succeeds();
        api = GraphProcess.Start(folder.Path, "serve", "--store", server.BoltUri, "--urls", "http://127.0.0.1:0");
        var said = await api.UntilAsync(said => said.Contains("/graphql", StringComparison.Ordinal));
        var address = said[said.IndexOf("http://", StringComparison.Ordinal)..];
        ApiUrl = address[..address.IndexOf("/graphql", StringComparison.Ordinal)].Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Captions = await CaptionsAsync();

        browser = await Neo4jBrowser.OpenAsync(server);
        await browser.TypeAsync($":style {ApiUrl}/guide/graph.grass");
        await browser.UntilAsync("(localStorage['neo4j.grass'] ?? '').includes('node.Accusation')");
        return browser;
    }

    private async Task<string[]> CaptionsAsync()
    {
        const string Query = "{ actors { name } events { name } places { name } datasets { name } offices { title } documents { title } accusations { act matter } claims { text } evidence { quote } }";
        using var client = new HttpClient();
        using var response = await client.PostAsync(
            $"{ApiUrl}/graphql",
            new StringContent(JsonSerializer.Serialize(new { query = Query }), System.Text.Encoding.UTF8, "application/json"));
        var data = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("data");
        return [.. data.EnumerateObject().SelectMany(list => list.Value.EnumerateArray())
            .Select(record => string.Join(' ', record.EnumerateObject().Select(property => property.Value.GetString()?.Trim())))
            .Where(text => text.Length > 0)];
    }
}

/// <summary>A theory that needs a Neo4j of its own and Chromium; skipped, saying so, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsNeo4jBrowserAttribute : TheoryAttribute
{
    public NeedsNeo4jBrowserAttribute() => Skip = TestNeo4j.CannotStart ?? new NeedsChromiumAttribute().Skip;
}
