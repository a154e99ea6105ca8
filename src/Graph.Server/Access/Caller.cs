using System.Security.Claims;
using Graph.Api.Serving;
using Microsoft.AspNetCore.Http;

namespace Graph.Server.Access;

/// <summary>Tells clients apart: who has shown a key or a token by its name, others by the address that they come from.</summary>
internal sealed class Caller(IHttpContextAccessor accessor) : IClientIdentity
{
    /// <summary>The claims of a caller that say that it is held to datasets, though these may be none, and to which.</summary>
    private const string HeldClaim = "graph:held", Held = "datasets", DatasetClaim = "graph:dataset";

    /// <inheritdoc/>
    public string Key => accessor.HttpContext is { } context ? KeyOf(context) : "";

    /// <summary>The same for all requests of one client.</summary>
    public static string KeyOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: { } scheme, Name: { } name }
            ? $"{scheme} {name}"
            : ClientAddress.KeyOf(context.Connection.RemoteIpAddress);

    /// <summary>The datasets that the caller of a request is held to; null where it may read the whole graph, or is not known.</summary>
    public static IReadOnlyList<string>? DatasetsOf(HttpContext context) => context.User.HasClaim(HeldClaim, Held)
        ? [.. context.User.FindAll(DatasetClaim).Select(claim => claim.Value)]
        : null;

    /// <summary>Somebody who is known.</summary>
    /// <param name="scheme">How.</param>
    /// <param name="name">By which name.</param>
    /// <param name="roles">What they may do.</param>
    /// <param name="datasets">The datasets that they are held to; null: none.</param>
    public static ClaimsIdentity Identity(string scheme, string name, IEnumerable<Role> roles, IReadOnlyCollection<string>? datasets)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, Roles.Claim);
        identity.AddClaim(new(ClaimTypes.Name, name));
        foreach (var role in roles) identity.AddClaim(new(Roles.Claim, Roles.NameOf(role)));
        if (datasets is null) return identity;
        identity.AddClaim(new(HeldClaim, Held));
        foreach (var dataset in datasets) identity.AddClaim(new(DatasetClaim, dataset));
        return identity;
    }
}
