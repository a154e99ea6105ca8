using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>The name of a request: in the header <c>X-Request-Id</c> of its response, in the errors that are the server's, and in the log.</summary>
public static class RequestId
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Request-Id";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    /// <summary>
    /// Takes over the id that the client or a proxy gives when it is 1 to 64 letters, digits and <c>-_.: </c>, otherwise the
    /// server's own, and sets the response's header.
    /// </summary>
    public static string Assign(HttpContext context)
    {
        var given = context.Request.Headers[Header];
        if (given is [{ Length: > 0 and <= FixedHttpLimits.MaxRequestIdCharacters } one] && !one.AsSpan().ContainsAnyExcept(Allowed))
            context.TraceIdentifier = one;
        context.Response.Headers[Header] = context.TraceIdentifier;
        return context.TraceIdentifier;
    }
}
