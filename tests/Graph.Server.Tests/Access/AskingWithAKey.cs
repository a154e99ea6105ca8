using System.Net;
using Graph.Model.Ontologies;
using Graph.Server.Access;

namespace Graph.Server.Tests.Access;

/// <summary>Who is let in, over HTTP.</summary>
public sealed class AskingWithAKey : AccessTest
{
    private const string AllPeople = "/graphql?query={people{name}}";

    [Fact]
    public async Task ReadersReadAndOperatorsDoNot()
    {
        var (reader, operates) = (Folder.Add("reader"), Folder.Add("operator", null, Role.Operate));
        await using var server = await StartAsync(new() { Access = new() { KeyFile = Folder.File } });
        foreach (var path in (string[])[AllPeople, "/export", "/explorer.json", "/nowhere", "/graphql", "/graphql?documentId=x"])
        {
            var page = path == "/graphql" ? "application/json" : "text/html";
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await CodeAsync(path, accept: page));
            Assert.Equal((HttpStatusCode.Forbidden, "FORBIDDEN"), await CodeAsync(path, operates, page));
        }

        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(AllPeople, reader)).Status);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync("/export", reader)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await CodeAsync("/nowhere", reader)).Status);
        Client.DefaultRequestHeaders.Add("X-API-Key", reader);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(AllPeople)).Status);
        Client.DefaultRequestHeaders.Remove("X-API-Key");

        // What shows nothing of the graph needs no key: a browser that opens an address has none, nor have balancers.
        foreach (var path in (string[])["/", "/actor/x", "/graphql", "/health", "/health/live", "/health/ready", "/guide/intro.adoc"])
        {
            if (path == "/actor/x" && !Graph.Explorer.ExplorerFiles.AreThere) continue;
            Assert.Equal(HttpStatusCode.OK, (await CodeAsync(path, accept: "text/html")).Status);
        }

        async Task<(HttpStatusCode Status, string? Code)> CodeAsync(string path, string? key = null, string accept = "application/json")
        {
            using var answer = await SendAsync(server, path, key, accept);
            if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound) return (answer.StatusCode, null);
            var error = await ErrorAsync(answer);
            Assert.Equal(Assert.Single(answer.Headers.GetValues("X-Request-Id")), error.GetProperty("extensions").GetProperty("requestId").GetString());
            return (answer.StatusCode, error.GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task SaysWhyAKeyIsRefusedAndNeverRepeatsIt()
    {
        var ended = Folder.Add("ended", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = await StartAsync(new() { Access = new() { KeyFile = Folder.File } });
        Assert.Equal("The key ended at 2025-01-01 00:00 UTC. Ask whoever runs the server for a new one.", await RefusalAsync(ended));
        Assert.Equal("The key is not one of this server's, or was taken back. Ask whoever runs the server for a new one.", await RefusalAsync("graph_guessed"));
        Assert.Equal(
            "This server asks for a key. Send it in the header \"Authorization: Bearer KEY\"; whoever runs the server gives keys.",
            await RefusalAsync(null));

        // Addresses stand in histories and logs: what stands in one is not looked at.
        using var inAddress = await SendAsync(server, $"{AllPeople}&key={ended}&access_token={ended}&api_key={ended}");
        Assert.Equal(HttpStatusCode.Unauthorized, inAddress.StatusCode);
        Assert.DoesNotContain(ended, await inAddress.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task<string?> RefusalAsync(string? key)
        {
            using var answer = await SendAsync(server, AllPeople, key);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.Single().Scheme));
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            return (await ErrorAsync(answer)).GetProperty("message").GetString();
        }
    }

    [Fact]
    public async Task BrowsersMayAskBeforehandAndPagesMayReadWhyTheyAreRefused()
    {
        Folder.Add("a");
        await using var server = await StartAsync(new() { Access = new() { KeyFile = Folder.File }, AllowedOrigins = ["https://a.example"] });
        using var before = new HttpRequestMessage(HttpMethod.Options, server.Url + "/graphql");
        before.Headers.Add("Origin", "https://a.example");
        before.Headers.Add("Access-Control-Request-Method", "POST");
        before.Headers.Add("Access-Control-Request-Headers", "authorization");
        using var allowed = await Client.SendAsync(before);
        Assert.Equal((HttpStatusCode.NoContent, "authorization"), (allowed.StatusCode, allowed.Headers.GetValues("Access-Control-Allow-Headers").Single()));
        using var asked = new HttpRequestMessage(HttpMethod.Post, server.Url + "/graphql");
        asked.Headers.Add("Origin", "https://a.example");
        using var refused = await Client.SendAsync(asked);
        Assert.Equal((HttpStatusCode.Unauthorized, "https://a.example"), (refused.StatusCode, refused.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }

    [Theory]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    [InlineData("127.0.0.1:1", null, HttpStatusCode.OK)]
    [InlineData("graph.localhost", null, HttpStatusCode.OK)]
    [InlineData("evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", "graph.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Graph.Example:80", "graph.example", HttpStatusCode.OK)]
    [InlineData("localhost", "graph.example", HttpStatusCode.OK)]
    public async Task NoPageAsksInTheNameOfItsOwnSite(string host, string? allowed, HttpStatusCode expected)
    {
        await using var server = await StartAsync(new() { Access = new() { AllowedHosts = allowed is null ? [] : [allowed] } });
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + AllPeople);
        request.Headers.Host = host;
        using var answer = await Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.OK)
            Assert.Contains($"start it with --allow-host {host}.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0;http://*:0", "http://*:0")]
    [InlineData("http://0.0.0.0:0", "http://0.0.0.0:0")]
    [InlineData("http://[::]:0", "http://[::]:0")]
    public void NoNetworkIsListenedToWithoutAWordOfWhoMayAsk(string urls, string far)
    {
        var fault = Assert.Throws<CannotListenException>(() => GraphServer.Demand(Ontology.Shipped, new() { Urls = urls }));
        Assert.True(fault.IsWrongUsage);
        Assert.Equal(
            $"Whoever reaches {far} could read the whole graph. Name the file of the keys that are let in with --keys (graph keys add NAME --keys FILE makes one), "
            + "or the issuer of tokens with --jwt, or write --open if the graph is for everybody.",
            fault.Message);
        Assert.Equal(
            $"There is no file '{Folder.File}' of keys. Make one with: graph keys add NAME --keys {Folder.File}",
            Assert.Throws<CannotListenException>(() => Demand(new() { KeyFile = Folder.File })).Message);
        Folder.Write("{ \"keys\": [] }");
        Assert.StartsWith($"The file '{Folder.File}' has no keys", Assert.Throws<CannotListenException>(() => Demand(new() { KeyFile = Folder.File })).Message, StringComparison.Ordinal);
        Folder.Add("a");
        Demand(new() { KeyFile = Folder.File });
        Demand(new() { IsOpen = true });

        void Demand(AccessRules access) => GraphServer.Demand(Ontology.Shipped, new() { Urls = urls, Access = access });
    }

    [Fact]
    public async Task WhoRunsItIsToldWhatOthersCanReadOnTheWay()
    {
        Folder.Add("a");
        await using var server = await StartAsync(new() { Urls = "http://0.0.0.0:0", Access = new() { KeyFile = Folder.File, IsOpen = true } });
        Assert.Equal(
            [
                "Whoever reaches http://0.0.0.0:0 may read the whole graph (--open).",
                "Keys cross the network at http://0.0.0.0:0 as they are, for whoever stands in between to read. Give the server a certificate (--certificate), or let clients ask through a proxy with one.",
            ],
            server.Warnings);
        using var answer = await SendAsync(server, AllPeople);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var wrong = await SendAsync(server, AllPeople, "graph_wrong");
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
    }

    [NeedsChromium]
    public async Task PagesAskForAKeyOnceAndKeepItInTheTab()
    {
        var key = Folder.Add("a");
        await using var server = await StartAsync(new() { Access = new() { KeyFile = Folder.File } });
        await using var page = await Chromium.OpenAsync(server.Url + "/graphql");
        await page.UntilAsync("!document.getElementById('key-label').hidden");
        await page.EvaluateAsync($"document.getElementById('key').value = '{key}'; document.getElementById('key').dispatchEvent(new Event('change'))");
        await page.UntilAsync("document.querySelectorAll('#types details').length > 100");
        if (!Graph.Explorer.ExplorerFiles.AreThere) return;
        await page.EvaluateAsync("sessionStorage.clear(); location.href = '/'");
        await page.UntilAsync("document.querySelector('dialog.key input') !== null");
        await page.EvaluateAsync("document.querySelector('dialog.key input').value = 'graph_wrong'; document.querySelector('dialog.key button').click()");
        await page.UntilAsync("document.querySelector('dialog.key p')?.textContent.startsWith('The key is not one') === true");
        await page.EvaluateAsync($"document.querySelector('dialog.key input').value = '{key}'; document.querySelector('dialog.key button').click()");
        await page.UntilAsync("document.querySelector('main h1') !== null");
        await page.EvaluateAsync("location.href = '/matrix'");
        await page.UntilAsync("location.pathname === '/matrix' && document.querySelector('main h1') !== null && !document.querySelector('dialog')");
    }
}
