using System.Runtime.InteropServices;
using System.Text.Json;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>A message of a client in the graphql-transport-ws protocol.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Of which operation it is; empty where it is of none.</param>
/// <param name="Payload">Its payload as JSON in UTF-8; empty where it has none.</param>
internal sealed record SocketMessage(SocketMessageType Type, string Id, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="SocketClosedException">It is none.</exception>
    public static SocketMessage Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = FixedHttpLimits.MaxJsonDepth });
            var message = document.RootElement;
            if (message.ValueKind != JsonValueKind.Object) throw Invalid(HttpMessages.SocketNotAnObject);
            var name = Text(message, "type");
            if (TypeOf(name) is not { } type) throw Invalid(HttpMessages.SocketTypeUnknown(name));
            var id = Text(message, "id") ?? "";
            const int Longest = FixedHttpLimits.MaxOperationIdCharacters;
            if (id.Length > Longest) throw Invalid(HttpMessages.SocketIdTooLong(Longest));
            if (type is SocketMessageType.Subscribe or SocketMessageType.Complete && id.Length == 0)
                throw Invalid(HttpMessages.SocketIdMissing(name!));
            var hasPayload = message.TryGetProperty("payload", out var payload) && payload.ValueKind != JsonValueKind.Null;
            if (hasPayload && payload.ValueKind != JsonValueKind.Object) throw Invalid(HttpMessages.SocketPayload);
            if (!hasPayload && type == SocketMessageType.Subscribe) throw Invalid(HttpMessages.SocketPayload);
            return new(type, id, hasPayload ? JsonMarshal.GetRawUtf8Value(payload).ToArray() : default);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text that is not UTF-8, or half of a surrogate pair.
            throw Invalid(JsonFault.Explain(json.ToArray(), HttpMessages.TheMessage));
        }
    }

    private static SocketClosedException Invalid(string sentence) => new(SocketClosing.Invalid(sentence));

    private static string? Text(JsonElement message, string name)
    {
        if (!message.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Invalid(HttpMessages.NotAString(name));
    }

    private static SocketMessageType? TypeOf(string? name) => name switch
    {
        "connection_init" => SocketMessageType.ConnectionInit,
        "ping" => SocketMessageType.Ping,
        "pong" => SocketMessageType.Pong,
        "subscribe" => SocketMessageType.Subscribe,
        "complete" => SocketMessageType.Complete,
        _ => null,
    };
}

/// <summary>What clients send.</summary>
internal enum SocketMessageType
{
    ConnectionInit,
    Ping,
    Pong,
    Subscribe,
    Complete,
}
