using System.Security.Claims;
using Graph.Api.Serving;
using Microsoft.AspNetCore.Http;

namespace Graph.Server.Access;

/// <summary>Tells clients apart: who has shown a key or a token by its name, others by the address that they come from.</summary>
internal sealed class Caller(IHttpContextAccessor accessor) : IClientIdentity
{
    /// <inheritdoc/>
    public string Key => accessor.HttpContext is { } context ? KeyOf(context) : "";

    /// <summary>The same for all requests of one client.</summary>
    public static string KeyOf(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: { } scheme, Name: { } name }
            ? $"{scheme} {name}"
            : ClientAddress.KeyOf(context.Connection.RemoteIpAddress);

    /// <summary>Somebody who is known.</summary>
    public static ClaimsIdentity Identity(string scheme, string name, IEnumerable<Role> roles)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, Roles.Claim);
        identity.AddClaim(new(ClaimTypes.Name, name));
        foreach (var role in roles) identity.AddClaim(new(Roles.Claim, Roles.NameOf(role)));
        return identity;
    }
}
