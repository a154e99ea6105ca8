using Graph.Server.Access.Jwt;
using Graph.Server.Access.Keys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Graph.Server.Access;

/// <summary>
/// Lets in who may ask. Whatever an endpoint does not say itself (<c>AllowAnonymous</c>, or the policy <see cref="Operators"/>) is for readers,
/// so that one that is added without a thought is closed.
/// </summary>
internal static class AccessControl
{
    /// <summary>The policy of what tells how the server fares.</summary>
    public const string Operators = "operators";

    /// <summary>Chooses between keys and tokens.</summary>
    private const string Chooser = "Key or token";

    public static void Add(IServiceCollection services, AccessRules rules)
    {
        services.AddSingleton(provider => new KnownKeys(rules.KeyFile is { } file
            ? new(file, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger("Graph.Server"))
            : null));

        // Not AddAuthentication: that makes a ring of keys in the home folder, for cookies, which nothing here uses.
        services.AddAuthenticationCore(options => options.DefaultScheme = Chooser);
        services.AddWebEncoders();
        var authentication = new AuthenticationBuilder(services);
        authentication.AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        if (rules.Tokens is { } tokens) TokenAccess.Add(authentication, tokens);
        authentication.AddPolicyScheme(Chooser, null, options => options.ForwardDefaultSelector = context => SchemeOf(context, rules));
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(Policy(context => rules.IsOpen || !rules.KnowsCallers || Has(context, Role.Read) || AsksForPage(context)))
            .AddPolicy(Operators, Policy(context =>
                (Has(context, Role.Operate) && Caller.DatasetsOf(context) is null) || (!rules.KnowsCallers && IsAtTheMachine(context))));
    }

    private static AuthorizationPolicy Policy(Func<HttpContext, bool> allows) =>
        new AuthorizationPolicyBuilder().RequireAssertion(asked => asked.Resource is HttpContext context && allows(context)).Build();

    private static string SchemeOf(HttpContext context, AccessRules rules) =>
        rules.Tokens is not null && Credential.Of(context.Request)?.StartsWith(ApiKey.Prefix, StringComparison.Ordinal) == false
            ? TokenAccess.SchemeName
            : ApiKeyHandler.SchemeName;

    private static bool Has(HttpContext context, Role role) => context.User.HasClaim(Roles.Claim, Roles.NameOf(role));

    /// <summary>
    /// A browser that opens an address shows no key; it is given the pages, in which nothing of the graph stands. Without parameters the API
    /// has nothing to answer, so that it can only give its page.
    /// </summary>
    private static bool AsksForPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            && context.GetEndpoint()?.Metadata.GetMetadata<HasPage>() is not null
            && !context.Request.QueryString.HasValue
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Somebody at this machine, and not at another one whose requests a proxy here passes on.</summary>
    private static bool IsAtTheMachine(HttpContext context) =>
        ClientAddress.IsThisMachine(context.Connection.RemoteIpAddress)
            && !context.Request.Headers.ContainsKey("Forwarded")
            && !context.Request.Headers.ContainsKey("X-Forwarded-For");

    /// <summary>Marks an endpoint that gives browsers a page at the address of its data.</summary>
    public sealed record HasPage;
}
