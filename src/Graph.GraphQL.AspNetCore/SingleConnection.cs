using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// The single connection mode of the graphql-sse protocol, in which operations are answered over a stream that was opened before. It is not served:
/// the server would keep, for each client, what only the one of several servers knows that the stream was opened at. Over HTTP/2 and WebSocket
/// many operations share a connection without that.
/// </summary>
internal static class SingleConnection
{
    /// <summary>The header that names the stream.</summary>
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    /// <summary>Whether a request is one of that mode: it reserves a stream by PUT, or names one.</summary>
    public static bool IsAskedFor(HttpRequest request) => HttpMethods.IsPut(request.Method) || request.Headers.ContainsKey(TokenHeader);
}
