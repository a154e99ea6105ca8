using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>GraphQL over WebSocket: whether a request may become a connection, and its session.</summary>
/// <param name="door">What all connections share.</param>
internal sealed class SocketEndpoint(SocketDoor door)
{
    /// <summary>The protocol that is spoken.</summary>
    public const string Protocol = "graphql-transport-ws";

    /// <summary>Why a request may not become a connection; null where it may.</summary>
    public HttpRefusal? Refusal(HttpContext context)
    {
        if (!IsOwnPage(context)) return new(StatusCodes.Status403Forbidden, HttpMessages.SocketFromForeignPage);
        if (door.Options.RefusesSocket?.Invoke(context) is { } sentence) return new(StatusCodes.Status403Forbidden, sentence);
        return context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol)
            ? null
            : new(StatusCodes.Status400BadRequest, HttpMessages.SocketProtocol(Protocol));
    }

    /// <summary>Serves a connection until it ends.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        using var session = new SocketSession(context, socket, door);
        await session.RunAsync();
    }

    /// <summary>
    /// Browsers let any page connect to any server, and tell the server which page it is: one of another site must be allowed. Programs that are
    /// no browsers tell none.
    /// </summary>
    private bool IsOwnPage(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || door.Options.AllowedOrigins.Contains("*")) return true;
        return door.Options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && page.Authority.Equals(Authority(context.Request, page), StringComparison.OrdinalIgnoreCase));
    }

    // A port that the scheme has anyway is left out by one of the two perhaps; a proxy may have taken the encryption off.
    private static string Authority(HttpRequest request, Uri page) =>
        Uri.TryCreate($"{page.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own) ? own.Authority : "";
}
