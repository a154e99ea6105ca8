using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Graph.GraphQL.Execution;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Graph.GraphQL.AspNetCore;

/// <summary>A request that was refused before GraphQL began.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">One sentence for the client.</param>
internal sealed record HttpRefusal(int Status, string Message);

/// <summary>Reads the parameters of a GraphQL-over-HTTP request from a body or a URL; never makes a string of the document.</summary>
internal static partial class HttpRequestReader
{
    private static readonly string[] Parameters = ["query", "operationName", "variables", "extensions", "documentId"];

    /// <summary>Reads a POST.</summary>
    /// <param name="request">The HTTP request.</param>
    /// <param name="maxBytes">Most bytes of the body, as it comes and decompressed.</param>
    /// <param name="maxBatch">Most requests of a batch; 0: none is taken.</param>
    /// <param name="malformed">The status of JSON that is not a GraphQL request.</param>
    /// <param name="cancellationToken">Ends when the client has gone.</param>
    /// <exception cref="ClientGoneException">The connection broke.</exception>
    public static async ValueTask<ReadRequest> ReadBodyAsync(
        HttpRequest request, int maxBytes, int maxBatch, int malformed, CancellationToken cancellationToken)
    {
        if (RefusedType(request.ContentType) is { } message) return ReadRequest.Refused(StatusCodes.Status415UnsupportedMediaType, message);
        var header = request.Headers.ContentEncoding.ToString();
        if (BodyEncoding.Parse(header) is not { } coding)
            return ReadRequest.Refused(StatusCodes.Status415UnsupportedMediaType, HttpMessages.ContentEncodingNotSupported(header));
        if (request.ContentLength > maxBytes) return ReadRequest.Refused(StatusCodes.Status413PayloadTooLarge, HttpMessages.TooLarge(maxBytes));
        var reader = request.BodyReader;
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellationToken);
                if (result.Buffer.Length > maxBytes)
                {
                    reader.AdvanceTo(result.Buffer.End);
                    return ReadRequest.Refused(StatusCodes.Status413PayloadTooLarge, HttpMessages.TooLarge(maxBytes));
                }

                if (result.IsCompleted)
                {
                    try
                    {
                        return coding.Length == 0
                            ? Parse(result.Buffer, maxBatch, malformed)
                            : ParseCompressed(result.Buffer, coding, maxBytes, maxBatch, malformed);
                    }
                    finally
                    {
                        reader.AdvanceTo(result.Buffer.End);
                    }
                }

                reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            }
        }
        catch (BadHttpRequestException fault)
        {
            // Chunks or a length that do not fit what was sent, or bytes that came too slowly: the client's, whatever it is.
            return ReadRequest.Refused(fault.StatusCode, fault.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => HttpMessages.TooLarge(maxBytes),
                StatusCodes.Status408RequestTimeout => HttpMessages.TooSlow,
                StatusCodes.Status431RequestHeaderFieldsTooLarge => HttpMessages.TrailersTooLong,
                _ => HttpMessages.BadFraming,
            });
        }
        catch (Exception fault) when (fault is ConnectionResetException or OperationCanceledException { InnerException: ConnectionAbortedException })
        {
            // The client has gone, or the server has closed the connection, as it does for the sake of others.
            throw new ClientGoneException();
        }
        catch (IOException)
        {
            // So the web server tells of a chunk whose size no number holds.
            return ReadRequest.Refused(StatusCodes.Status400BadRequest, HttpMessages.BadFraming);
        }
    }

    /// <summary>Reads a request that is part of a message.</summary>
    public static ReadRequest ReadPayload(ReadOnlySequence<byte> json) =>
        ParseOne(json, StatusCodes.Status400BadRequest, HttpMessages.ThePayload);

    /// <summary>Reads a GET, whose parameters stand in the URL.</summary>
    public static ReadRequest ReadQuery(HttpRequest request, int malformed)
    {
        var query = request.Query;
        if (NotUtf8(request.QueryString.Value) is { } foreign)
            return ReadRequest.Refused(StatusCodes.Status400BadRequest, HttpMessages.ParameterNotUtf8(foreign));
        foreach (var name in Parameters)
            if (query[name].Count > 1) return ReadRequest.Refused(StatusCodes.Status400BadRequest, HttpMessages.ParameterRepeated(name));
        if (Parse(query, "variables", out var variables) is { } faultOfVariables)
            return ReadRequest.Refused(StatusCodes.Status400BadRequest, faultOfVariables);
        if (Parse(query, "extensions", out var extensions) is { } faultOfExtensions)
            return ReadRequest.Refused(StatusCodes.Status400BadRequest, faultOfExtensions);

        // As in a body: some dashboards send an empty text where there are none.
        if (variables.ValueKind == JsonValueKind.String && variables.ValueEquals("")) variables = default;
        if (variables.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
            return ReadRequest.Refused(malformed, HttpMessages.NotAMap("variables"));
        if (extensions.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
            return ReadRequest.Refused(malformed, HttpMessages.NotAMap("extensions"));
        var document = (string?)query["query"];
        var rented = document is null ? null : ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(document.Length));
        var length = document is null ? 0 : Encoding.UTF8.GetBytes(document, rented);
        return Complete(
            new()
            {
                Document = rented.AsMemory(0, length),
                DocumentId = query["documentId"],
                OperationName = string.IsNullOrEmpty(query["operationName"]) ? null : (string?)query["operationName"],
                Variables = variables,
                Extensions = extensions,
                QueriesOnly = true,
            },
            document is not null,
            rented,
            malformed);
    }

    /// <summary>
    /// A parameter that is not UTF-8 once decoded; null for none. The framework takes its escapes for text, and a document
    /// would be said to have a percent sign.
    /// </summary>
    private static string? NotUtf8(string? queryString)
    {
        if (queryString is null || !queryString.Contains('%')) return null;
        foreach (var pair in new QueryStringEnumerable(queryString))
        {
            var name = pair.DecodeName().ToString();
            if (!Parameters.Contains(name)) continue;
            var escaped = Encoding.UTF8.GetBytes(pair.EncodedValue.ToString());
            if (!Utf8.IsValid(WebUtility.UrlDecodeToBytes(escaped, 0, escaped.Length))) return name;
        }

        return null;
    }

    private static string? RefusedType(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType)) return HttpMessages.ContentTypeMissing;
        return contentType == "application/json"
            || (MediaTypeHeaderValue.TryParse(contentType, out var type)
                && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                && MediaTypes.IsUtf8(type))
                ? null
                : HttpMessages.ContentTypeNotSupported(contentType);
    }

    private static ReadRequest ParseCompressed(ReadOnlySequence<byte> body, string coding, int maxBytes, int maxBatch, int malformed)
    {
        if (body.IsEmpty) return ReadRequest.Refused(StatusCodes.Status400BadRequest, HttpMessages.EmptyBody);
        byte[]? rented = null;
        try
        {
            (rented, var length) = BodyEncoding.Decompress(body, coding, maxBytes);
            return length > maxBytes
                ? ReadRequest.Refused(StatusCodes.Status413PayloadTooLarge, HttpMessages.TooLarge(maxBytes))
                : Parse(new(rented, 0, length), maxBatch, malformed);
        }
        catch (InvalidDataException)
        {
            return ReadRequest.Refused(StatusCodes.Status400BadRequest, HttpMessages.NotCompressedSo(coding));
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static ReadRequest Parse(ReadOnlySequence<byte> body, int maxBatch, int malformed)
    {
        if (StartsAsUtf16(body)) return ReadRequest.Refused(StatusCodes.Status400BadRequest, HttpMessages.Utf16);
        if (StartsWith(body, [0xEF, 0xBB, 0xBF])) body = body.Slice(3);
        if (body.IsEmpty) return ReadRequest.Refused(StatusCodes.Status400BadRequest, HttpMessages.EmptyBody);
        return maxBatch > 0 && IsList(body) ? ParseBatch(body, maxBatch, malformed) : ParseOne(body, malformed, HttpMessages.TheBody);
    }

    private static ReadRequest ParseOne(ReadOnlySequence<byte> body, int malformed, string what)
    {
        var fields = new BodyFields(what);
        try
        {
            var refusal = fields.Read(body, malformed);
            if (refusal is null) return Complete(fields.Request, fields.HasDocument, fields.Rented, malformed);
            fields.Return();
            return new(null, refusal, null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text that is not UTF-8, or half of a surrogate pair.
            fields.Return();
            return ReadRequest.Refused(StatusCodes.Status400BadRequest, JsonFault.Explain(body.ToArray(), what));
        }
    }

    /// <summary>
    /// Whether the first sign takes two bytes: by its byte-order mark, or because JSON begins with ASCII and one byte of it is
    /// zero.
    /// </summary>
    private static bool StartsAsUtf16(ReadOnlySequence<byte> body)
    {
        if (StartsWith(body, [0xFE, 0xFF]) || StartsWith(body, [0xFF, 0xFE])) return true;
        Span<byte> first = stackalloc byte[2];
        if (body.Length < first.Length) return false;
        body.Slice(0, first.Length).CopyTo(first);
        return first[0] == 0 || first[1] == 0;
    }

    private static bool StartsWith(ReadOnlySequence<byte> body, ReadOnlySpan<byte> bytes)
    {
        if (body.FirstSpan.Length >= bytes.Length) return body.FirstSpan.StartsWith(bytes);
        if (body.Length < bytes.Length) return false;
        Span<byte> first = stackalloc byte[bytes.Length];
        body.Slice(0, bytes.Length).CopyTo(first);
        return first.SequenceEqual(bytes);
    }

    private static ReadRequest Complete(GraphQLRequest request, bool hasDocument, byte[]? rented, int malformed)
    {
        if (hasDocument || request.NamesDocument) return new(request, null, rented);
        return ReadRequest.Refused(malformed, HttpMessages.NoQuery);
    }

    /// <summary>Reads a parameter that is JSON; gives what is wrong with it, or null.</summary>
    private static string? Parse(IQueryCollection query, string name, out JsonElement value)
    {
        value = default;
        var text = (string?)query[name];
        if (string.IsNullOrEmpty(text)) return null;
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            value = JsonText.Parse(utf8);
            return null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return JsonFault.Find(utf8, HttpMessages.TheParameter(name)) ?? HttpMessages.ParameterNotJson(name);
        }
    }
}
