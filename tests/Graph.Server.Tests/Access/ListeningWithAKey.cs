using Graph.GraphQL;
using Graph.Server.Access;
using Graph.Server.Access.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Graph.Server.Tests.Access;

/// <summary>Who was let in to a stream, and may be told something still.</summary>
public sealed class ListeningWithAKey : IDisposable
{
    private readonly KeyFolder folder = new();
    private readonly Clock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EndsWhenTheKeyIsTakenBackOrMayNoLongerReadWhatItDid()
    {
        var (text, held) = (folder.Add("reader"), folder.AddHeld("partner", "istanbul"));
        folder.Add("other");
        var keys = new ApiKeys(folder.File, clock, NullLogger.Instance);
        Assert.Null(Ends(text, keys));
        Assert.Null(Ends(held, keys, "istanbul"));
        Assert.Equal("FORBIDDEN", CodeOf(Ends(held, keys, "istanbul", "phnom-penh")));
        Assert.Equal("FORBIDDEN", CodeOf(Ends(held, keys)));
        folder.Revoke("reader");
        clock.Seconds += 2;
        var ended = Ends(text, keys)!;
        Assert.Equal(("UNAUTHENTICATED", "The key is not one of this server's, or was taken back. Ask whoever runs the server for a new one."), (CodeOf(ended), ended.Message));
    }

    [Fact]
    public void EndsWithTheKeyAndTheToken()
    {
        var text = folder.Add("reader", DateTimeOffset.UtcNow.AddSeconds(-1));
        Assert.StartsWith("The key ended at ", Ends(text, new(folder.File, clock, NullLogger.Instance))!.Message, StringComparison.Ordinal);
        Assert.Equal("The token is no longer valid. Get a new one from its issuer.", Ends(TimeSpan.FromSeconds(-1))!.Message);
        Assert.Null(Ends(TimeSpan.FromMinutes(1)));
        Assert.Null(StreamPermission.Ends(new DefaultHttpContext()));
    }

    private static string? CodeOf(GraphQLError? error) => error?.Extensions?["code"] as string;

    private GraphQLError? Ends(string key, ApiKeys keys, params string[] datasets)
    {
        var context = Context(ApiKeyHandler.SchemeName, datasets is [] ? null : datasets, keys);
        context.Request.Headers.Authorization = $"Bearer {key}";
        return StreamPermission.Ends(context);
    }

    private GraphQLError? Ends(TimeSpan tokenEnds)
    {
        var context = Context("Token", null, null);
        var ticket = new AuthenticationTicket(context.User, new() { ExpiresUtc = DateTimeOffset.UtcNow + tokenEnds }, "Token");
        context.Features.Set<IAuthenticateResultFeature>(new Result { AuthenticateResult = AuthenticateResult.Success(ticket) });
        return StreamPermission.Ends(context);
    }

    private DefaultHttpContext Context(string scheme, string[]? datasets, ApiKeys? keys) => new()
    {
        User = new(Caller.Identity(scheme, "reader", [Role.Read], datasets)),
        RequestServices = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton(new KnownKeys(keys)).BuildServiceProvider(),
    };

    private sealed class Result : IAuthenticateResultFeature
    {
        public AuthenticateResult? AuthenticateResult { get; set; }
    }
}
