using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Graph.Server.Access.Jwt;

/// <summary>Knows callers by the tokens that an issuer has given them.</summary>
internal static class TokenAccess
{
    public const string SchemeName = "Token";

    /// <summary>Clocks that differ by more are wrong.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Nobody waits longer for an answer that needs the issuer's keys.</summary>
    private static readonly TimeSpan IssuerTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Those with a public key: a shared secret would let the server make tokens itself.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Where a token says whose it is.</summary>
    private static readonly string[] NameClaims = ["sub", "client_id", "azp"];

    public static void Add(AuthenticationBuilder authentication, TokenRules rules)
    {
        authentication.Services.AddSingleton<IAuthenticationConfigurationProvider, NoConfiguration>();
        authentication.AddJwtBearer(SchemeName, options =>
        {
            options.Authority = rules.Authority.AbsoluteUri;
            options.RequireHttpsMetadata = !rules.Authority.IsLoopback;
            options.BackchannelTimeout = IssuerTimeout;
            options.MapInboundClaims = false;
            options.IncludeErrorDetails = false;
            options.TokenValidationParameters = new()
            {
                ValidAudience = rules.Audience,
                ValidAlgorithms = Algorithms,
                ClockSkew = ClockSkew,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ValidateIssuer = true,
                ValidateAudience = true,
                ValidateLifetime = true,
            };
            options.Events = new()
            {
                OnMessageReceived = context =>
                {
                    context.Token = Credential.Of(context.Request);
                    return Task.CompletedTask;
                },
                OnAuthenticationFailed = context =>
                {
                    // What the library says of a token may repeat it.
                    context.Fail(context.Exception is SecurityTokenExpiredException ? Messages.TokenHasEnded : Messages.WrongToken);
                    return Task.CompletedTask;
                },
                OnTokenValidated = context =>
                {
                    context.Principal = new(IdentityOf(context.Principal!.Claims.ToList(), rules));
                    return Task.CompletedTask;
                },
            };
        });
    }

    private static ClaimsIdentity IdentityOf(List<Claim> claims, TokenRules rules)
    {
        var name = NameClaims.Select(known => claims.Find(claim => claim.Type == known)?.Value).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var roles = new List<Role>();
        if (rules.Read.IsIn(claims)) roles.Add(Role.Read);
        if (rules.Operate?.IsIn(claims) == true) roles.Add(Role.Operate);
        if (rules.Datasets is not { } held) return Caller.Identity(SchemeName, name ?? "", roles, datasets: null);
        var datasets = claims.Where(claim => claim.Type == held && claim.Value.Length > 0).Select(claim => claim.Value).ToList();
        if (datasets.Count == 0) roles.Remove(Role.Read);
        var isHeld = datasets.Count > 0 && !datasets.Contains(TokenRules.AllDatasets, StringComparer.Ordinal);
        if (isHeld) roles.Remove(Role.Operate);
        return Caller.Identity(SchemeName, name ?? "", roles, isHeld ? datasets : null);
    }

    /// <summary>The command line says all: a file or a variable of the framework's own must not loosen it.</summary>
    private sealed class NoConfiguration : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
