using Graph.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace Graph.Server;

/// <summary>What is refused before the API is asked, told as the API tells its errors: a sentence, a code, the request's id.</summary>
internal static class Refusal
{
    public static Task SendAsync(HttpContext context, int status, string message, string code)
    {
        RequestId.Assign(context);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message, extensions = new { code, requestId = context.TraceIdentifier } } } },
            context.RequestAborted);
    }
}
