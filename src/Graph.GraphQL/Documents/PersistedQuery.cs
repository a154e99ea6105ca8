using System.Text.Json;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.Documents;

/// <summary>
/// The <c>persistedQuery</c> extension, by which clients name a document by its SHA-256 (automatic persisted queries), and what
/// is answered when a named document cannot be had: with the messages and codes that clients react to.
/// </summary>
internal static class PersistedQuery
{
    public static PreparedDocument NotFound { get; } = Refused("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");

    public static PreparedDocument NotSupported { get; } = Refused("PersistedQueryNotSupported", "PERSISTED_QUERY_NOT_SUPPORTED");

    public static PreparedDocument WrongHash { get; } = Refused(DocumentMessages.WrongHash, "PERSISTED_QUERY_HASH_MISMATCH");

    public static PreparedDocument NotTrusted { get; } = Refused(DocumentMessages.NotTrusted, "DOCUMENT_NOT_TRUSTED");

    public static PreparedDocument UnknownId(string id) => Refused(DocumentMessages.UnknownDocument(id), "DOCUMENT_NOT_FOUND");

    /// <summary>The hash a request names, in lower-case hexadecimal; null when it names none, empty when its text is not Unicode.</summary>
    public static string? HashOf(JsonElement extensions)
    {
        try
        {
            return extensions.ValueKind == JsonValueKind.Object
                && extensions.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind == JsonValueKind.Object
                && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
                    ? hash.GetString()!.ToLowerInvariant()
                    : null;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static PreparedDocument Refused(string message, string code) =>
        new(ResponseStatus.DocumentNotFound, [new(message) { Extensions = new Dictionary<string, object?> { ["code"] = code } }]);
}
