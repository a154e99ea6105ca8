using System.Text.Json;

namespace Graph.GraphQL.AspNetCore.Tests;

public sealed class StatusOfAnAnswer
{
    private const string New = "application/graphql-response+json";
    private const string Old = "application/json";

    [Theory]
    [InlineData("{ hello }", 200, 200, 200, 200)]
    [InlineData("{ fails hello }", 200, 200, 294, 294)]
    [InlineData("{ failsHard }", 200, 200, 294, 294)]
    [InlineData("{", 200, 400, 400, 400)]
    [InlineData("{ nope }", 200, 400, 422, 422)]
    [InlineData("query A { hello } query B { hello }", 200, 400, 422, 422)]
    [InlineData("query($v: Int!) { long(times: $v) }", 200, 400, 422, 422)]
    public async Task EachOutcomeHasItsStatus(string query, int customaryOld, int customaryNew, int newestOld, int newestNew)
    {
        await using var customary = await TestServer.StartAsync();
        await using var newest = await TestServer.StartAsync(options => options.Profile = HttpProfile.NewestDraft);
        Assert.Equal(
            [customaryOld, customaryNew, newestOld, newestNew],
            [
                (await customary.AskAsync(query, accept: Old)).Status, (await customary.AskAsync(query, accept: New)).Status,
                (await newest.AskAsync(query, accept: Old)).Status, (await newest.AskAsync(query, accept: New)).Status,
            ]);
    }

    [Fact]
    public async Task UnderTheNewestDraftAnErrorIsAlwaysMarkedAsGraphQLs()
    {
        await using var server = await TestServer.StartAsync(options => options.Profile = HttpProfile.NewestDraft);
        Assert.Equal("application/graphql-response+json; charset=utf-8", (await server.AskAsync("{ nope }", accept: Old)).ContentType);
        Assert.Equal("application/json; charset=utf-8", (await server.AskAsync("{ fails }", accept: Old)).ContentType);
        Assert.Equal(
            "application/graphql-response+json; charset=utf-8",
            (await server.PostAsync("""{"query":"{ hello }"}""", accept: null)).ContentType);
        Assert.Equal(422, (await server.PostAsync("""{"qeury":"{ hello }"}""")).Status);
    }

    [Theory]
    [InlineData(null, Old)]
    [InlineData("*/*", Old)]
    [InlineData("application/*;q=0.5, text/plain", Old)]
    [InlineData("application/json", Old)]
    [InlineData("application/graphql-response+json, application/json", New)]
    [InlineData("application/json, application/graphql-response+json", Old)]
    [InlineData("application/graphql-response+json;q=0.4, application/json;q=0.9", Old)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", New)]
    [InlineData("application/graphql-response+json; charset=\"UTF-8\"", New)]
    [InlineData("text/html, application/graphql-response+json;q=0.1", New)]
    [InlineData("application/json;q=0, application/graphql-response+json;q=0.1, */*;q=0.01", New)]
    [InlineData("*/*, application/json;q=0", New)]
    [InlineData("*/*;q=0.1, application/json;q=0", New)]
    [InlineData("application/*, application/json;q=0.2", New)]
    [InlineData("application/json;q=0.2, application/graphql-response+json;q=0.1, */*", Old)]
    [InlineData("*/*;q=0, application/json", Old)]
    [InlineData("APPLICATION/JSON", Old)]
    [InlineData(",application/json,", Old)]
    public async Task TheMediaTypeOfHighestQualityIsGiven(string? accept, string expected)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{ hello }"}""", accept);
        Assert.Equal((200, expected + "; charset=utf-8", """{"data":{"hello":"Hello you"}}"""), (answer.Status, answer.ContentType, answer.Body));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png, application/xml")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("*/*;q=0")]
    [InlineData("application/*, application/json;q=0, application/graphql-response+json;q=0")]
    [InlineData("*/*;q=0, text/event-stream;q=0")]
    public async Task WhatCannotBeGivenIsNotAcceptable(string accept)
    {
        await using var server = await TestServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{ hello }"}""", accept);
        Assert.Equal(
            (406, """{"errors":[{"message":"None of the media types in the Accept header can be answered; ask for application/graphql-response+json or application/json."}]}"""),
            (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("?query={hello}", Old, 200)]
    [InlineData("?query={nope}", New, 400)]
    [InlineData("", "text/html", 200)]
    [InlineData("?query={hello}", "text/event-stream", 200)]
    [InlineData("?query=subscription{silent}", "text/event-stream", 200)]
    [InlineData("?query=mutation{change}", Old, 405)]
    public async Task HEADGivesWhatGETGivesWithoutTheBody(string query, string accept, int status)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, server.Url + query);
        var answer = await server.SendAsync(request, accept);
        Assert.Equal((status, ""), (answer.Status, answer.Body));
        if (query.Contains("silent", StringComparison.Ordinal)) return;
        var get = await server.GetAsync(query, accept);
        Assert.Equal((get.Status, get.ContentType), (answer.Status, answer.ContentType));
        if (accept != "text/event-stream") Assert.Equal(get.Headers["Content-Length"], answer.Headers["Content-Length"]);
    }

    [Fact]
    public async Task AMutationByGETIsNeverWell()
    {
        foreach (var profile in Enum.GetValues<HttpProfile>())
        {
            await using var server = await TestServer.StartAsync(options => options.Profile = profile);
            foreach (var accept in new[] { Old, New, "*/*", "text/event-stream" })
                Assert.Equal(405, (await server.GetAsync("?query=mutation{change}", accept)).Status);
        }
    }

    [Theory]
    [InlineData("PUT", 405, "GET, HEAD, POST")]
    [InlineData("DELETE", 405, "GET, HEAD, POST")]
    public async Task OtherMethodsAreToldWhichOnesThereAre(string method, int status, string allow)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(new(method), server.Url);
        var answer = await server.SendAsync(request, Old);
        Assert.Equal((status, allow), (answer.Status, answer.Headers["Allow"]));
    }

    [Fact]
    public async Task ALongOperationIsEnded()
    {
        await using var server = await TestServer.StartAsync(
            options => options.Executor = options.Executor with { Limits = new() { Timeout = TimeSpan.FromMilliseconds(50) } });
        var answer = await server.AskAsync("query Long { slow }", accept: New);
        Assert.Equal(504, answer.Status);
        Assert.Equal("The operation took longer than 0.05 seconds and was ended; ask for less at once.", Message(answer.Body));
    }

    [Fact]
    public async Task TheServerStopsWhenTheClientGoes()
    {
        await using var server = await TestServer.StartAsync();
        using var source = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ slow }"}""", System.Text.Encoding.UTF8, "application/json");
        var asking = server.Client.PostAsync(server.Url, content, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        // Either it was cancelled before it was sent, or the resolver is told.
        using var again = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var second = new StringContent("""{"query":"{ slow }"}""", System.Text.Encoding.UTF8, "application/json");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client.PostAsync(server.Url, second, again.Token));
        await server.Canceled.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static string Message(string body) => JsonElement.Parse(body).GetProperty("errors")[0].GetProperty("message").GetString()!;
}
