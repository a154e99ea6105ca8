using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Server.Stores;
using Graph.Stores.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Graph.Server.Tests.Access;

/// <summary>Tokens of an issuer of the test's own, which tells its keys as OpenID Connect Discovery has it.</summary>
public sealed class AskingWithAToken : IAsyncLifetime
{
    private readonly KeyFolder folder = new();
    private readonly HttpClient client = new();
    private readonly RSA rsa = RSA.Create(2048);
    private string key = "";
    private WebApplication issuer = null!;
    private GraphServer server = null!;
    private IGraphStore graph = null!;

    private string Authority => issuer.Urls.Single();

    public async Task InitializeAsync()
    {
        var builder = GraphServer.CreateBuilder(new() { Urls = "http://127.0.0.1:0" });
        issuer = builder.Build();
        var known = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "one" });
        issuer.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = Authority + "/keys" }));
        issuer.MapGet("/keys", () => Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = known.N, e = known.E } } }));
        await issuer.StartAsync();
        key = folder.Add("beside");
        graph = await GraphStores.OpenAsync(new StoreLocation.Sqlite(Path.ChangeExtension(folder.File, "db")), Ontology.Shipped, CancellationToken.None);
        server = await GraphServer.StartAsync(
            graph,
            new()
            {
                Urls = "http://127.0.0.1:0",
                Access = new() { KeyFile = folder.File, Tokens = new(new(Authority), "graph", new("scope", "graph.read"), null) { Datasets = "datasets" } },
            },
            CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await graph.DisposeAsync();
        await issuer.DisposeAsync();
        client.Dispose();
        rsa.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task WhoHasTheClaimIsLetInAndNobodyElse()
    {
        Assert.Equal((HttpStatusCode.OK, ""), await AskAsync(Token(datasets: "*")));
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(Token(scope: "graph.reader other"))).Status);
        const string Wrong = "The token is not one that this server takes: it has to be signed by its issuer, be for it, and still be valid. Get a new one.";
        Assert.Equal((HttpStatusCode.Unauthorized, Wrong), await AskAsync(Token(audience: "another")));
        Assert.Equal((HttpStatusCode.Unauthorized, Wrong), await AskAsync(Token(by: "https://elsewhere.example")));
        Assert.Equal((HttpStatusCode.Unauthorized, "The token is no longer valid. Get a new one from its issuer."), await AskAsync(Token(minutes: -10)));
        using var other = RSA.Create(2048);
        Assert.Equal((HttpStatusCode.Unauthorized, Wrong), await AskAsync(Token(signedWith: new RsaSecurityKey(other) { KeyId = "one" })));

        // The public key taken for a shared secret, and no signature at all.
        var secret = new SymmetricSecurityKey(rsa.ExportSubjectPublicKeyInfo()) { KeyId = "one" };
        Assert.Equal((HttpStatusCode.Unauthorized, Wrong), await AskAsync(Token(signedWith: secret)));
        var none = Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + Token().Split('.')[1] + ".";
        Assert.Equal((HttpStatusCode.Unauthorized, Wrong), await AskAsync(none));
        foreach (var nonsense in (string[])["a.b.c", "x", new('a', 10_000)]) Assert.Equal((HttpStatusCode.Unauthorized, Wrong), await AskAsync(nonsense));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(key)).Status);
    }

    [Fact]
    public async Task AnIssuerThatIsAwayLetsNobodyIn()
    {
        var token = Token();
        await issuer.StopAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(token)).Status);
    }

    [Fact]
    public async Task ATokenIsHeldToTheDatasetsOfItsClaim()
    {
        await using (var writer = await graph.OpenWriterAsync(CancellationToken.None))
        {
            var records = new Records(Ontology.Shipped).Node("Person", ("id", "p"), ("name", "Ada"));
            records.Batch.Attribute(0, "a, b");
            await writer.WriteAsync(records.Batch, DateTimeOffset.UnixEpoch, CancellationToken.None);
        }

        const string None = "{\"data\":{\"people\":[]}}", Ada = "{\"data\":{\"people\":[{\"name\":\"Ada\"}]}}";
        Assert.Equal(Ada, await AnswerAsync("*"));
        Assert.Equal(Ada, await AnswerAsync("a, b"));
        Assert.Equal(Ada, await AnswerAsync(new[] { "x", "a, b" }));
        foreach (var other in (object[])["a", "b", "A, B", new[] { "a", "b" }, "a,b"]) Assert.Equal(None, await AnswerAsync(other));
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(Token(datasets: ""))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(Token(datasets: null))).Status);

        async Task<string> AnswerAsync(object datasets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + "/graphql?query={people{name}}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(datasets: datasets));
            using var answer = await client.SendAsync(request);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    private string Token(string audience = "graph", string scope = "openid graph.read", string? by = null, int minutes = 5, SecurityKey? signedWith = null, object? datasets = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        signedWith ??= new RsaSecurityKey(rsa) { KeyId = "one" };
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "ada", ["scope"] = scope };
        if (datasets is not null) claims["datasets"] = datasets;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = by ?? Authority,
            Audience = audience,
            Claims = claims,
            IssuedAt = now.AddMinutes(minutes - 5),
            Expires = now.AddMinutes(minutes),
            SigningCredentials = new(signedWith, signedWith is RsaSecurityKey ? SecurityAlgorithms.RsaSha256 : SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<(HttpStatusCode Status, string? Message)> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url + "/graphql?query={people{name}}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (token.Length > 10) Assert.DoesNotContain(token, body, StringComparison.Ordinal);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? "" : System.Text.Json.JsonElement.Parse(body).GetProperty("errors")[0].GetProperty("message").GetString());
    }
}
