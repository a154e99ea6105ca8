using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>CORS (Fetch standard, section 3.2), without credentials.</summary>
public static class CrossOrigin
{
    /// <summary>What scripts need of the headers that browsers keep from them: the name of the request in the log, and when to come back.</summary>
    private const string ReadableHeaders = $"{RequestId.Header}, Retry-After";

    /// <summary>
    /// Adds the headers that let an allowed origin read the response; true when the request was only the browser's question
    /// beforehand, which is then answered.
    /// </summary>
    public static bool Apply(HttpContext context, IReadOnlyCollection<string> allowed)
    {
        var headers = context.Response.Headers;
        var origin = context.Request.Headers.Origin.ToString();
        var any = allowed.Contains("*");
        if (!any) headers.Append("Vary", "Origin");
        if (origin.Length > 0 && (any || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)))
        {
            headers.AccessControlAllowOrigin = any ? "*" : origin;
            headers.AccessControlExposeHeaders = ReadableHeaders;
        }

        if (!HttpMethods.IsOptions(context.Request.Method) || !context.Request.Headers.ContainsKey("Access-Control-Request-Method")) return false;
        if (headers.AccessControlAllowOrigin.Count > 0)
        {
            headers.AccessControlAllowMethods = "GET, HEAD, POST";
            headers.AccessControlAllowHeaders = context.Request.Headers["Access-Control-Request-Headers"];
            headers.AccessControlMaxAge = FixedHttpLimits.PreflightSeconds;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }
}
