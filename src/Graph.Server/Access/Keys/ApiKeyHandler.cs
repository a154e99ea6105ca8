using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Graph.Server.Access.Keys;

/// <summary>Knows callers by their keys.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    KnownKeys known)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        if (Credential.Of(Request) is not { } given) return AuthenticateResult.NoResult();
        if (known.Keys?.Find(given) is not { } key) return AuthenticateResult.Fail(Messages.WrongKey);
        return key.HasEnded(TimeProvider.GetUtcNow())
            ? AuthenticateResult.Fail(Messages.KeyHasEnded(key.Ends!.Value))
            : AuthenticateResult.Success(new(new(Caller.Identity(SchemeName, key.Name, key.Roles, key.Datasets)), SchemeName));
    }
}

/// <summary>The keys of a server; null where it takes none.</summary>
internal sealed record KnownKeys(ApiKeys? Keys)
{
    /// <summary>The sets of datasets that keys are held to now.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Datasets => Keys?.Datasets ?? [];
}
