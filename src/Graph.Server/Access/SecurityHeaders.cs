using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Graph.Server.Access;

/// <summary>Headers that keep browsers from doing more with an answer than it is for. What an endpoint says itself stays.</summary>
internal static class SecurityHeaders
{
    /// <summary>A year: a browser that has once been here over TLS does not come without it.</summary>
    private const string StrictTransport = "max-age=31536000";

    /// <summary>For what is no page: nothing of it runs, and nobody frames it.</summary>
    private const string NothingRuns = "default-src 'none'; frame-ancestors 'none'";

    public static void Use(WebApplication application, AccessRules access) => application.Use((context, next) =>
    {
        context.Response.OnStarting(static state => Add((HttpContext)state), context);
        if (access.KnowsCallers) context.Response.OnStarting(static state => KeepApart((HttpContext)state), context);
        return next(context);
    });

    /// <summary>
    /// What callers are answered is their own: a cache between them and the server keeps none of it, and one at the caller's side gives nobody
    /// what was answered to another key.
    /// </summary>
    private static Task KeepApart(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return Task.CompletedTask;
        context.Response.Headers.Append(HeaderNames.Vary, "Authorization, X-API-Key");
        if (StringValues.IsNullOrEmpty(context.Response.Headers.CacheControl)) context.Response.Headers.CacheControl = "private";
        return Task.CompletedTask;
    }

    private static Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        Default("X-Content-Type-Options", "nosniff");
        Default("X-Frame-Options", "DENY");
        Default("Referrer-Policy", "no-referrer");
        Default("Content-Security-Policy", NothingRuns);
        if (context.Request.IsHttps) Default("Strict-Transport-Security", StrictTransport);
        return Task.CompletedTask;

        void Default(string name, string value)
        {
            if (StringValues.IsNullOrEmpty(headers[name])) headers[name] = value;
        }
    }
}
