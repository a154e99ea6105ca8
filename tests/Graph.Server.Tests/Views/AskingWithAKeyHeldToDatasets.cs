using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Graph.Export;

namespace Graph.Server.Tests.Views;

/// <summary>
/// What a key is answered that is held to datasets, at every door: to the byte what a server answers into whose graph nothing else was ever
/// imported.
/// </summary>
public sealed class AskingWithAKeyHeldToDatasets(HeldServers servers) : IClassFixture<HeldServers>
{
    private static readonly string[] Questions =
    [
        "{ actors { id name } people { id name aliases wikidata mergedFrom { id name because } } states { id } places { id } datasets { id } }",
        "{ people(where: { name: { contains: \"elda\" } }) { id } other: people(where: { id: { in: [\"zelda\", \"alice\", \"norbert\"] } }) { id name } }",
        "{ accusations(where: { matter: { contains: \"poison\" } }) { id } other: accusations { id importedAt accusers { id } evidence { quote document { title } } } }",
        "{ accusations(where: { accusers: { some: { aliases: { includes: \"Ally\" } } } }) { id } people(where: { wikidata: { eq: \"Q77\" } }) { id } }",
        "{ accusationsConnection { totalCount aggregate { count { nodes } node { saidOn { min max } matter { shortest longest } } } } claims { id text accusations { id } } }",
        "{ peopleConnection(first: 1) { totalCount edges { cursor node { madeConnection { totalCount } } } pageInfo { hasNextPage endCursor } } }",
        "{ accusationGroups(by: [ACT]) { count } personGroups(by: [NAME]) { count } topActors: actors(sort: [{ accusedInCount: DESC }, { id: ASC }]) { id } }",
        "{ search(text: \"poison\") { totalCount hits { id fields { snippet } } facets { type count } suggestions } stalls: search(text: \"stalling\") { totalCount hits { id score fields { snippet } } } }",
        "{ search(text: \"Zeldda\") { totalCount suggestions } near: search(text: \"Alic\", prefix: false) { suggestions } }",
        "{ whoAccusedWhom { accuser { id } accused { id } accusations claims evidence denied first last } accusationTimeline(bucket: DAY) { time accusations evidence } }",
        "{ accusationThreads { size acts { move act { id } } } }",
        "{ accusationChains(from: \"alice\", to: \"bob\") { complete chains { steps { accuser { id } accused { id } } } } }",
        "{ accusationChains(from: \"zelda\", to: \"bob\") { chains { steps { accuser { id } } } } }",
        "{ paths(from: { type: Actor, id: \"alice\" }, to: { type: Claim, id: \"shared\" }) { paths { length } } }",
        "{ neighbourhood(of: [{ type: Actor, id: \"bob\" }]) { nodes { key degree } links { id count } cut { total } } }",
        "{ neighbourhood(of: [{ type: Actor, id: \"zelda\" }]) { nodes { key } } }",
        "{ counts { type count } freshness { type property text time } imports { id command sources read added changed removed unchanged rejected outcome startedAt endedAt } }",
        $"{{ node(id: \"{Base64Url.EncodeToString("Person:zelda"u8)}\") {{ globalId }} other: node(id: \"{Base64Url.EncodeToString("Person:alice"u8)}\") {{ globalId }} }}",
        "{ people(where: { nme: { eq: \"Zelda\" } }) { id } }",
        "{ pepole { id } }",
        "{ __schema { queryType { name } } __type(name: \"Person\") { fields { name } } }",
        "{ accusations(limit: 9999) { accusers { made { accused { made { accusers { made { id } } } } } } } }",
    ];

    private GraphServer Held => servers.Held;

    private GraphServer Alone => servers.Alone;

    private string HeldKey => servers.HeldKey;

    private string WholeKey => servers.WholeKey;

    [Fact]
    public async Task NothingIsToldOfChangesAsTheyHappen()
    {
        using var content = new StringContent("""{"query":"subscription { changed(from: \"0.00000000\") { id } }"}""", Encoding.UTF8, "application/json");
        using var asked = new HttpRequestMessage(HttpMethod.Post, Held.Url + "/graphql") { Content = content };
        asked.Headers.Accept.ParseAdd("text/event-stream");
        asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", HeldKey);
        using var answer = await servers.Client.SendAsync(asked);
        var told = await answer.Content.ReadAsStringAsync();
        Assert.Contains("nothing can be told of changes as they happen", told, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata: \n\n", told, StringComparison.Ordinal);
        AssertNothingSecret((answer.StatusCode, told), "a subscription");
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Authorization", $"Bearer {HeldKey}");
        var refused = await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
            () => socket.ConnectAsync(new(Held.Url.Replace("http:", "ws:", StringComparison.Ordinal) + "/graphql"), default));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheApiAnswersAsIfNothingElseHadBeenImported()
    {
        foreach (var question in Questions) await TheApiAnswersAsync(question);
    }

    private async Task TheApiAnswersAsync(string question)
    {
        var body = JsonSerializer.Serialize(new { query = question, extensions = new { cost = true } });
        var (there, here) = (await PostAsync(Alone, "/graphql", WholeKey, body), await PostAsync(Held, "/graphql", HeldKey, body));
        Assert.Equal(there, here);
        AssertNothingSecret(here, question);
        // The same question was answered to others before, with what they may know.
        if (question.Contains("poison", StringComparison.Ordinal)) Assert.NotEqual(there.Body, (await PostAsync(Held, "/graphql", WholeKey, body)).Body);
        Assert.Equal(here, await PostAsync(Held, "/graphql", HeldKey, body));
    }

    [Fact]
    public async Task ExportsHoldNothingElse()
    {
        foreach (var format in OutputFormats.All)
            foreach (var part in (string[])["", "&actor=alice", "&actor=Zelda%20Secret", "&query={people{id}}", "&where={\"matter\":{\"contains\":\"poison\"}}"])
            {
                var path = $"/export?format={format.Name}{part}";
                var (there, here) = (await GetBytesAsync(Alone, path, WholeKey), await GetBytesAsync(Held, path, HeldKey));
                Assert.Equal(there.Status, here.Status);
                // A zip has the times of its files, and both kinds of packed file the order in which they were made.
                if (!format.HasManyFiles && format.Name != "parquet") Assert.Equal(Plain(there.Bytes), Plain(here.Bytes));
                AssertNothingSecret((here.Status, Plain(here.Bytes)), path);
            }
    }

    [Fact]
    public async Task AssistantsLearnNothingElse()
    {
        foreach (var (tool, arguments) in ((string, object)[])[
            ("get_actor", new { name = "Zelda Secret" }), ("get_actor", new { name = "Alice" }), ("search", new { text = "poisoning" }),
            ("accusations", new { limit = 25 }), ("who_accused_whom", new { limit = 9 }), ("accusation_chains", new { from = "Zelda", to = "Bob" })])
        {
            var call = JsonSerializer.Serialize(new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name = tool, arguments } });
            var (there, here) = (await PostAsync(Alone, "/mcp", WholeKey, call), await PostAsync(Held, "/mcp", HeldKey, call));
            Assert.Equal(there, here);
            AssertNothingSecret(here, call);
        }
    }

    [Fact]
    public async Task PlacesAndDocumentsOfOthersAreOfNoUse()
    {
        // A cursor that another key was given stands at a place in a graph, not for what is there.
        const string First = "{ accusationsConnection(first: 1, sort: [{ saidOn: ASC }]) { edges { cursor } } }";
        var cursor = Regex.Match((await AskAsync(Held, WholeKey, First)).Body, "\"cursor\":\"([^\"]*)\"").Groups[1].Value;
        var after = $"{{ accusationsConnection(first: 9, after: \"{cursor}\", sort: [{{ saidOn: ASC }}]) {{ totalCount edges {{ node {{ id }} }} }} }}";
        Assert.Equal(await AskAsync(Alone, WholeKey, after), await AskAsync(Held, HeldKey, after));

        // Nor is the text of a question that another key had remembered found by its hash.
        const string Kept = "{ people(where: { name: { eq: \"Zelda Secret\" } }) { id } }";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Kept)));
        var extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } };
        await PostAsync(Held, "/graphql", WholeKey, JsonSerializer.Serialize(new { query = Kept, extensions }));
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", (await PostAsync(Held, "/graphql", HeldKey, JsonSerializer.Serialize(new { extensions }))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangesAreNotToldForTheyWouldTellWhenTheGraphWasMadeAndInWhichOrder()
    {
        const string Asked = "{ changes { nodes { run at id } next end } }";
        Assert.Contains("norbert", (await AskAsync(Held, WholeKey, Asked)).Body, StringComparison.Ordinal);
        var error = JsonElement.Parse((await AskAsync(Held, HeldKey, Asked)).Body).GetProperty("errors")[0];
        Assert.Equal(
            "This graph is made anew from a larger one whenever that has changed, and keeps no changes of its own. Export it again instead.",
            error.GetProperty("message").GetString());
        Assert.Equal("CHANGES_NOT_KEPT", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task DoorsThatAnswerOfMoreAreClosedAndCachesKeepNothing()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await GetBytesAsync(Held, "/metrics", HeldKey)).Status);
        // A method that is not taken is not taken of anybody.
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Get, "/mcp"), (HttpMethod.Delete, "/mcp"), (HttpMethod.Post, "/explorer.json")])
            foreach (var key in (string[])[WholeKey, HeldKey])
                Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(method, Held, path, key)).Status);

        Assert.Equal(Plain((await GetBytesAsync(Alone, "/explorer.json", WholeKey)).Bytes), Plain((await GetBytesAsync(Held, "/explorer.json", HeldKey)).Bytes));
        using var request = new HttpRequestMessage(HttpMethod.Get, Held.Url + "/graphql?query={people{name}}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", HeldKey);
        using var answer = await servers.Client.SendAsync(request);
        Assert.Equal("private", answer.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept", "Authorization", "X-API-Key"], answer.Headers.Vary.Order(StringComparer.Ordinal));
        Assert.Null(answer.Headers.ETag);
    }

    private Task<(HttpStatusCode Status, string Body)> AskAsync(GraphServer server, string key, string question) =>
        PostAsync(server, "/graphql", key, JsonSerializer.Serialize(new { query = question }));

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(GraphServer server, string path, string key, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url + path);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Accept.ParseAdd(path == "/mcp" ? "application/json, text/event-stream" : "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await servers.Client.SendAsync(request);
        return (answer.StatusCode, WithoutIds(await answer.Content.ReadAsStringAsync()));
    }

    private Task<(HttpStatusCode Status, byte[] Bytes)> GetBytesAsync(GraphServer server, string path, string key) =>
        SendAsync(HttpMethod.Get, server, path, key);

    private async Task<(HttpStatusCode Status, byte[] Bytes)> SendAsync(HttpMethod method, GraphServer server, string path, string key)
    {
        using var request = new HttpRequestMessage(method, server.Url + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await servers.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    private static string Plain(byte[] bytes) => WithoutIds(Encoding.Latin1.GetString(bytes));

    private static string WithoutIds(string text) => Regex.Replace(text, "\"requestId\":\"[^\"]*\"", "");

    /// <summary>What was asked may be told again.</summary>
    private static void AssertNothingSecret((HttpStatusCode Status, string Text) answer, string asked)
    {
        var asks = Uri.UnescapeDataString(asked).ToLower(CultureInfo.InvariantCulture);
        foreach (var word in HeldNews.Secrets.Where(word => !asks.Contains(word, StringComparison.Ordinal)))
            Assert.DoesNotContain(word, answer.Text, StringComparison.OrdinalIgnoreCase);
    }
}
