using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Graph.Server.Access;

/// <summary>
/// Answers only those who call the server by a name it goes by: a page of another site, whose name its owner lets lead to this machine, calls it by
/// that site's (DNS rebinding).
/// </summary>
internal static class AllowedHosts
{
    public static void Use(WebApplication application, AccessRules rules) => application.Use((context, next) =>
        Allows(context, rules.AllowedHosts)
            ? next(context)
            : Refusal.SendAsync(
                context,
                StatusCodes.Status421MisdirectedRequest,
                Messages.OtherHost(context.Request.Host.Host),
                "MISDIRECTED_REQUEST"));

    private static bool Allows(HttpContext context, IReadOnlyCollection<string> allowed)
    {
        var host = context.Request.Host.Host;
        return IsOwn(host)
            || allowed.Contains(host, StringComparer.OrdinalIgnoreCase)
            || (allowed.Count == 0 && !ClientAddress.IsThisMachine(context.Connection.RemoteIpAddress));
    }

    /// <summary>An address, or the name of every machine for itself (RFC 6761): nobody can let either lead elsewhere.</summary>
    private static bool IsOwn(string host) =>
        host.Length == 0
            || IPAddress.TryParse(host.Trim('[', ']'), out _)
            || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
