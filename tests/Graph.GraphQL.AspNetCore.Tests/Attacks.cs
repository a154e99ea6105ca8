using System.Text.Json;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>What the tools for attacking GraphQL try (graphql-cop, and the list that graphql-armor protects from).</summary>
public sealed class Attacks
{
    [Fact]
    public async Task AliasOverloadingIsRefused() =>
        await Refused(
            $"{{ {string.Join(' ', Enumerable.Range(0, 101).Select(i => $"alias{i}: __typename"))} }}",
            "selects 101 fields on its root; at most 50 are answered");

    [Fact]
    public async Task AliasesBelowTheRootAreCountedToo() =>
        await Refused(
            $"{{ items {{ {string.Join(' ', Enumerable.Range(0, 101).Select(i => $"a{i}: id"))} }} }}",
            "The document has more than 100 aliases");

    [Fact]
    public async Task FieldDuplicationIsRefused() =>
        await Refused($"{{ {string.Concat(Enumerable.Repeat("__typename ", 500))} }}", "selects 500 fields on its root");

    [Fact]
    public async Task DirectiveOverloadingIsRefused() => await Refused(
        $"{{ __typename {string.Concat(Enumerable.Repeat("@aa", 10))} }}",
        "There are 10 directives at one place; at most 5 are allowed");

    [Fact]
    public async Task CircularIntrospectionIsRefused() => await Refused(
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "Maximum introspection depth exceeded");

    [Fact]
    public async Task CircularFragmentsAreRefused() => await Refused(
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
        "Cannot spread fragment \\u0022A\\u0022 within itself via \\u0022B\\u0022.");

    [Fact]
    public async Task DeepOperationsAreRefused() => await Refused(
        $"{{ {string.Concat(Enumerable.Repeat("items { ", 31))}id{string.Concat(Enumerable.Repeat(" }", 31))} }}",
        "nests fields 32 levels deep; at most 30");

    [Fact]
    public async Task FragmentsDoNotHideDepth() => await Refused(
        "{ ...F0 } " + string.Join(' ', Enumerable.Range(0, 31).Select(
            i => $"fragment F{i} on {(i == 0 ? "Query" : "Item")} {{ items {{ {(i == 30 ? "id" : $"...F{i + 1}")} }} }}")), "nests fields 32 levels deep");

    [Fact]
    public async Task OperationsThatAskForTooMuchAreRefusedBeforeTheyRun() => await Refused(
        "{ items(limit: 1000) { items(limit: 1000) { items(limit: 2) { id } } } }", "The operation may ask for 3001000 objects; at most 1000000 are allowed");

    [Fact]
    public async Task LongAliasesAreRefusedForEveryObjectWouldRepeatThem() =>
        await Refused(
            $"{{ items {{ {new string('a', 201)}: id }} }}",
            "The alias has 201 characters, and every object of the answer would repeat them; at most 200 are allowed");

    // What a client sends may be a megabyte; it need not come back.
    [Theory]
    [InlineData("""{"query":"{hello}","operationName":"NAME"}""", "Unknown operation named \\u0022", "kkk\\u0022.")]
    [InlineData("""{"documentId":"NAME"}""", "There is no document \\u0022kkk", "kkk\\u0022 on the server; check the documentId.")]
    [InlineData("""{"query":"{hello}","variables":{"NAME":1,"NAME":2}}""", "The request body has the key \\u0022kkk", "; give it once.")]
    [InlineData(
        """{"query":"query($a: Filter) { ask(filter: $a) }","variables":{"a":{"name":1,"NAME":2}}}""",
        "Variable \\u0022$a\\u0022 got invalid value",
        "")]
    public async Task AMessageDoesNotRepeatWhatIsLong(string body, string begin, string end)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync(
            body.Replace("NAME", new string('k', 300_000), StringComparison.Ordinal),
            "application/graphql-response+json");
        Assert.Equal(400, answer.Status);
        Assert.InRange(answer.Body.Length, 100, 5_000);
        var message = JsonElement.Parse(answer.Body).GetProperty("errors")[0].GetProperty("message").GetString()!;
        Assert.StartsWith(begin.Replace("\\u0022", "\"", StringComparison.Ordinal), message, StringComparison.Ordinal);
        Assert.EndsWith(end.Replace("\\u0022", "\"", StringComparison.Ordinal), message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesHaveALargestSize() =>
        await Refused("{ items(limit: 10001) { id } }", "`limit` of `items` is 10001: at most 10000 items are answered at once");

    [Fact]
    public async Task LongDocumentsAreRefusedUnread() => await Refused($"{{ hello(name: \"{new string('x', 100_000)}\") }}", "100000 characters");

    [Fact]
    public async Task DocumentsOfManyTokensAreRefused() => await Refused($"{{ hello {new string('!', 20_000)} }}", "Syntax Error");

    [Fact]
    public async Task ExponentialFragmentsAreRefusedQuickly()
    {
        var fragments = string.Join(
            ' ',
            Enumerable.Range(0, 28).Select(i => $"fragment F{i} on Item {{ a: items {{ ...F{i + 1} }} b: items {{ ...F{i + 1} }} }}"));
        await Refused(
            $"{{ items {{ ...F0 }} }} {fragments} fragment F28 on Item {{ id }}",
            "at most 2000 are answered. Fragment \\\"F28\\\" is expanded 268435456 times");
    }

    [Fact]
    public async Task LongChainsOfFragmentsDoNotOverflowTheStack() => await Refused(
        "{ ...F0 } " + string.Join(' ', Enumerable.Range(0, 1500).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }}"))
            + " fragment F1500 on Query { hello }",
        "nests fields and fragments more than 1000 levels deep");

    [Fact]
    public async Task BatchesAreRefused()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(400, (await server.PostAsync(JsonSerializer.Serialize(Enumerable.Repeat(new { query = "{ __typename }" }, 10)))).Status);
    }

    [Fact]
    public async Task VariablesNestedWithoutEndAreRefused()
    {
        await using var server = await TestServer.StartAsync();
        var filter = string.Concat(Enumerable.Repeat("{\"and\":[", 500)) + string.Concat(Enumerable.Repeat("]}", 500));
        Assert.Equal(400, (await server.PostAsync($$$"""{"query":"query($f: Filter) { ask(filter: $f) }","variables":{"f":{{{filter}}}}}""")).Status);
    }

    [Fact]
    public async Task SuggestionsCanBeSwitchedOff()
    {
        const string query = "{ helo }";
        await using var chatty = await TestServer.StartAsync();
        await using var silent = await TestServer.StartAsync(
            options => options.Executor = options.Executor with { Validation = new() { Suggestions = false } });
        Assert.Contains("Did you mean", (await chatty.AskAsync(query)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", (await silent.AskAsync(query)).Body, StringComparison.Ordinal);
        const string variables = "query($f: Filter) { ask(filter: $f) }";
        Assert.Contains("Did you mean", (await chatty.AskAsync(variables, new { f = new { nam = 1 } })).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", (await silent.AskAsync(variables, new { f = new { nam = 1 } })).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IntrospectionCanBeSwitchedOff()
    {
        await using var server = await TestServer.StartAsync(
            options => options.Executor = options.Executor with { Validation = new() { AllowIntrospection = false } });
        Assert.Contains("introspection", (await server.AskAsync("{ __schema { types { name } } }")).Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await server.AskAsync("{ __typename }")).Body);
    }

    [Fact]
    public async Task InternalErrorsTellNothingAndAreLogged()
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.AskAsync("query Q { failsHard }");
        Assert.Equal(
            $$$"""{"errors":[{"message":"Internal error: the server could not answer this field; its log says why.","locations":[{"line":1,"column":11}],"path":["failsHard"],"extensions":{"requestId":"{{{answer.Headers["X-Request-Id"]}}}"}}],"data":null}""",
            answer.Body);
        Assert.Contains($"Error: Request {answer.Headers["X-Request-Id"]}, operation Q: field failsHard failed. the password is secret", server.Log);
        Assert.DoesNotContain("secret", string.Concat(answer.Headers.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trace-1:a_b.C", true)]
    [InlineData("with space", false)]
    [InlineData("quote\"", false)]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", false)]
    public async Task ARequestMayBringItsIdIfItIsOne(string id, bool taken)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{ failsHard }"}""", headers: ("X-Request-Id", id));
        Assert.Equal(taken, answer.Headers["X-Request-Id"] == id);
        Assert.Equal(taken, answer.Body.Contains($"\"requestId\":\"{id}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneClientCannotFillTheLog()
    {
        await using var server = await TestServer.StartAsync();
        for (var i = 0; i < 50; i++) await server.AskAsync("{ failsHard refuses }");
        Assert.Equal(10, server.Log.Count(line => line.StartsWith("Error", StringComparison.Ordinal)));
        Assert.Equal(0, server.Log
            .Count(line => line.StartsWith("Warning", StringComparison.Ordinal) && !line.Contains("refuses was refused", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ARefusalIsLoggedByItsCodeAlone()
    {
        await using var server = await TestServer.StartAsync();
        await server.AskAsync("query Q { refuses }");
        Assert.Contains(server.Log, line => line.StartsWith("Warning: Request ", StringComparison.Ordinal)
            && line.Contains(", operation Q: field refuses was refused as AWAY.", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log, line => line.Contains("sesame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task VariablesAreNeverLogged()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits = new() { SlowRequest = TimeSpan.Zero });
        await server.AskAsync("query Q($n: Int) { long(times: $n) }", new { n = "sesame" });
        await server.AskAsync("query Q($n: String) { hello(name: $n) }", new { n = "sesame" });
        Assert.Contains(server.Log, line => line.Contains(", operation Q ended as RequestError with 1 errors", StringComparison.Ordinal));
        Assert.Contains(server.Log, line => line.Contains(", operation Q was slow: Success", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log, line => line.Contains("sesame", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no-cors", "cross-site", "image/avif,image/webp,*/*", 403)]
    [InlineData("navigate", "cross-site", "application/*;q=0.1, */*", 403)]
    [InlineData("no-cors", "same-site", "*/*", 403)]
    [InlineData("no-cors", "cross-site", "application/graphql-response+json", 200)]
    [InlineData("cors", "cross-site", "*/*", 200)]
    [InlineData("navigate", "same-origin", "*/*", 200)]
    [InlineData("navigate", "none", "*/*", 200)]
    public async Task AForeignPageCannotAskWithoutAScript(string mode, string site, string accept, int status)
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(status, (await server.GetAsync("?query={hello}", accept, ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Site", site))).Status);
        Assert.Equal(200, (await server.GetAsync(
            "?query={hello}",
            accept,
            ("Sec-Fetch-Mode", mode),
            ("Sec-Fetch-Site", site),
            ("GraphQL-Require-Preflight", "1"))).Status);
    }

    [Theory]
    [InlineData(null, "https://dashboards.example", null)]
    [InlineData("https://dashboards.example", "https://dashboards.example", "https://dashboards.example")]
    [InlineData("https://dashboards.example", "https://evil.example", null)]
    [InlineData("https://dashboards.example", "https://dashboards.example.evil.example", null)]
    [InlineData("https://dashboards.example", "null", null)]
    [InlineData("*", "https://anybody.example", "*")]
    public async Task ScriptsOfOtherOriginsAreNotLetInUnlessTheyAreNamed(string? named, string origin, string? allowed)
    {
        await using var server = await TestServer.StartAsync(options => options.AllowedOrigins = named is null ? [] : [named]);
        var asked = await Preflight(server, origin);
        var answer = await server.PostAsync("""{"query":"{ hello }"}""", "application/json", "application/json", ("Origin", origin));
        Assert.Equal((named is null ? 405 : 204, 200), (asked.Status, answer.Status));
        Assert.Equal(
            (allowed, allowed),
            (asked.Headers.GetValueOrDefault("Access-Control-Allow-Origin"), answer.Headers.GetValueOrDefault("Access-Control-Allow-Origin")));
        var (methods, names, readable) = allowed is null ? (null, null, null) : ("GET, HEAD, POST", "content-type", "X-Request-Id, Retry-After");
        Assert.Equal(
            (methods, names),
            (asked.Headers.GetValueOrDefault("Access-Control-Allow-Methods"), asked.Headers.GetValueOrDefault("Access-Control-Allow-Headers")));
        Assert.Equal(readable, answer.Headers.GetValueOrDefault("Access-Control-Expose-Headers"));
        // Caches must not give one origin's answer to another.
        Assert.Equal(named is null or "*" ? null : "Origin", answer.Headers.GetValueOrDefault("Vary"));
        Assert.False(answer.Headers.ContainsKey("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task ThePageForBrowsersLoadsNothingFromElsewhereAndRunsOnlyItsOwnScript()
    {
        await using var server = await TestServer.StartAsync();
        var page = await server.GetAsync("", "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.Equal((200, "text/html; charset=utf-8"), (page.Status, page.ContentType));
        Assert.DoesNotContain("http", page.Body.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches(
            "^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; connect-src 'self';",
            page.Headers["Content-Security-Policy"]);
        await using var without = await TestServer.StartAsync(options => options.EnablePage = false);
        Assert.Equal(406, (await without.GetAsync("", "text/html")).Status);
    }

    private static async Task<TestServer.Answer> Preflight(TestServer server, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, server.Url);
        return await server.SendAsync(
            request,
            null,
            ("Origin", origin),
            ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "content-type"));
    }

    private static async Task Refused(string query, string message)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.AskAsync(query, accept: "application/graphql-response+json").WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(400, answer.Status);
        Assert.Contains(message.Replace("\\u0022", "\\\"", StringComparison.Ordinal), answer.Body, StringComparison.Ordinal);
    }
}
