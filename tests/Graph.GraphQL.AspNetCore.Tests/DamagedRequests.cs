using System.Text;
using System.Text.Json;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>
/// Bodies whose bytes were damaged at random, the same on every run: each is answered with a well-formed response, never
/// with a fault of the server.
/// </summary>
public sealed class DamagedRequests
{
    private const int DamagedBodies = 1_500;

    private static readonly string[] Bodies =
    [
        """{"query":"{ hello }"}""",
        """{"query":"query Q($n: String) { hello(name: $n) }","operationName":"Q","variables":{"n":"\ud83d\ude00 é"},"extensions":{}}""",
        """{"query":"query ($f: Filter) { ask(filter: $f) }","variables":{"f":{"name":"a","and":[{"name":null},{"and":[]}]}}}""",
        """{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}},"query":"{__typename}"}""",
        """ { "query" : "{ items(limit: 2) { id } }", "variables" : null, "operationName" : null } """,
    ];

    private const string Likely = "\"\\{}[]:,0-.eEtfn \n\u0000\u007f";

    [Fact]
    public async Task DamagedBodiesAreAlwaysAnswered()
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(3);
        for (var count = 0; count < DamagedBodies; count++)
        {
            using var content = new ByteArrayContent(Damaged(random, Bodies[random.Next(Bodies.Length)]));
            content.Headers.ContentType = new("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, server.Url) { Content = content };
            await IsAnswered(server, request, await content.ReadAsStringAsync(), count);
        }
    }

    [Fact]
    public async Task DamagedParametersOfAURLAreAlwaysAnswered()
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(4);
        for (var count = 0; count < DamagedBodies; count++)
        {
            var body = JsonElement.Parse(Bodies[random.Next(Bodies.Length)]);
            var parameters = body.EnumerateObject().Select(member =>
            {
                var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText();
                return $"{member.Name}={string.Concat(Damaged(random, text).Select(unit => $"%{unit:X2}"))}";
            });
            var url = $"{server.Url}?{string.Join('&', parameters)}";
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            await IsAnswered(server, request, url, count);
        }
    }

    private static byte[] Damaged(Random random, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        Damage.Do(random, bytes, () => random.Next(3) == 0 ? (byte)random.Next(256) : (byte)Likely[random.Next(Likely.Length)]);
        return [.. bytes];
    }

    private static async Task IsAnswered(TestServer server, HttpRequestMessage request, string sent, int count)
    {
        request.Headers.Accept.Add(new(count % 2 == 0 ? "application/json" : "application/graphql-response+json"));
        using var response = await server.Client.SendAsync(request);
        Assert.True((int)response.StatusCode is >= 200 and < 500, $"{response.StatusCode} for {sent}");
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(answer.TryGetProperty("data", out _)
            || answer.GetProperty("errors").EnumerateArray().All(error => error.GetProperty("message").GetString()!.Length > 0), sent);
    }
}
