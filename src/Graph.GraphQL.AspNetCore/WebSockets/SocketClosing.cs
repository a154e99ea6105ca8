using System.Net.WebSockets;
using System.Text;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>Why a connection is closed, with the code that the protocol has for it and a sentence.</summary>
/// <param name="Code">The code.</param>
/// <param name="Reason">The sentence; its bytes fit a frame that closes.</param>
internal sealed record SocketClosing(int Code, string Reason)
{
    /// <summary>A frame that closes has 125 bytes, of which two are the code.</summary>
    private const int MaxReasonBytes = 123;

    private const int
        Normal = 1000, TooBig = 1009, Restarting = 1012, BadRequest = 4400, Unauthorized = 4401, Forbidden = 4403, InitialisationTimeout = 4408,
        SubscriberExists = 4409, TooManyInitialisations = 4429, ServerError = 4500;

    public static SocketClosing NotInitialised { get; } = new(Unauthorized, "Unauthorized: send connection_init first.");

    public static SocketClosing TooLate { get; } = new(InitialisationTimeout, "Connection initialisation timeout.");

    public static SocketClosing Twice { get; } = new(TooManyInitialisations, "Too many initialisation requests.");

    public static SocketClosing Stopping { get; } = new(Restarting, "The server ends; connect again in a few seconds, from the last cursor.");

    public static SocketClosing Idle { get; } = new(Normal, "Nothing was asked for long; connect again when there is something to ask.");

    /// <summary>The client has closed.</summary>
    public static SocketClosing Answered { get; } = new(Normal, "");

    public static SocketClosing Broken { get; } = new(ServerError, "Internal error: the server's log says why.");

    public static SocketClosing MessageTooBig(int limit) => new(TooBig, $"A message has more than {limit} bytes; send less at once.");

    public static SocketClosing Duplicate(string id) => new(SubscriberExists, Fitted($"Subscriber for {id} already exists"));

    public static SocketClosing Invalid(string sentence) => new(BadRequest, Fitted(sentence));

    /// <summary>The client may listen no longer.</summary>
    public static SocketClosing Ended(GraphQLError error) =>
        new(error.Extensions?.GetValueOrDefault("code") as string == "UNAUTHENTICATED" ? Unauthorized : Forbidden, Fitted(error.Message));

    /// <summary>Closes.</summary>
    public Task CloseAsync(WebSocket socket, CancellationToken cancellationToken) =>
        socket.CloseOutputAsync((WebSocketCloseStatus)Code, Reason, cancellationToken);

    private static string Fitted(string sentence)
    {
        while (Encoding.UTF8.GetByteCount(sentence) > MaxReasonBytes)
        {
            var length = Math.Min(sentence.Length - 2, MaxReasonBytes);
            if (char.IsHighSurrogate(sentence[length - 1])) length--;
            sentence = sentence[..length] + "…";
        }

        return sentence;
    }
}

/// <summary>The client has broken the protocol, and the connection is closed for it.</summary>
/// <param name="closing">How.</param>
internal sealed class SocketClosedException(SocketClosing closing) : Exception(closing.Reason)
{
    public SocketClosing Closing => closing;
}
