using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Graph.Server.Access;

/// <summary>
/// Takes from the proxies that are named who the client is, and under what address it asks: <c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c> and
/// <c>-Prefix</c>. From anybody else these headers are words of a stranger, and are not read.
/// </summary>
internal static class TrustedProxies
{
    public static void Use(WebApplication application, IReadOnlyCollection<IPNetwork> proxies)
    {
        if (proxies.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies) options.KnownIPNetworks.Add(network);
        application.UseForwardedHeaders(options);
    }
}
