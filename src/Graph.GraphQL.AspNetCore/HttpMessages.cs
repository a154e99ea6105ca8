namespace Graph.GraphQL.AspNetCore;

/// <summary>All wording of requests that are refused before GraphQL begins.</summary>
internal static class HttpMessages
{
    public const string NotAnObject = "The request body must be a JSON object such as {\"query\": \"{ __typename }\"}.";

    public const string Batch = "Batches of requests are not answered; send each request on its own, several at once if they are many.";

    public const string EmptyBatch = "The batch is an empty list; put at least one request into it.";

    public static string BatchTooLong(int limit) =>
        $"The batch has more than {limit} requests, the most that this server answers at once; send several batches.";

    public const string BatchNotStreamed =
        "A batch is answered as one list, and not as a stream of events; leave text/event-stream out of the Accept header.";

    public const string NoQuery = "The request has no \"query\"; give the GraphQL document as a string, such as {\"query\": \"{ __typename }\"}.";

    public const string EmptyBody = "The request body is empty; send a JSON object such as {\"query\": \"{ __typename }\"}.";

    public const string Utf16 = "The request body is UTF-16; send JSON in UTF-8.";

    public const string BadFraming
        = "The request body ended early, or its chunks are not what HTTP allows; send it with its Content-Length, or in chunks of the right form.";

    public const string TrailersTooLong = "The fields after the request body are too long; leave them out, as none of them is read.";

    public const string TooSlow = "The request body came too slowly; send it again at once.";

    public const string Internal = "Internal error: the server could not answer this request; its log says why.";

    public const string TooManyAnswers
        = "Other clients have not yet read their answers, and there is no room left for this one; ask again in a few seconds, or for less at once.";

    public const string NotAcceptable
        = "None of the media types in the Accept header can be answered; ask for application/graphql-response+json or application/json.";

    public const string ContentTypeMissing = "The request has no Content-Type; send the request as application/json.";

    public const string GetNotAllowed = "Requests by GET are switched off; send the request by POST.";

    public const string GetFromForeignPage =
        "This request looks as if another site's page had made it without a script; add the header GraphQL-Require-Preflight: 1, or ask for "
            + "application/graphql-response+json in the Accept header.";

    public static string MethodNotAllowed(string method) => $"{method} is not a method of GraphQL requests; use POST, or GET for queries.";

    public const string SingleConnection =
        "Streams are answered in distinct connections mode, each operation as a stream of its own; leave singleConnection: true out of the options "
            + "of graphql-sse, or ask over WebSocket at the same address, where operations share a connection.";

    public static string ContentTypeNotSupported(string contentType) =>
        $"The Content-Type \"{contentType}\" is not supported; send the request as application/json in UTF-8.";

    public static string ContentEncodingNotSupported(string encoding) =>
        $"The Content-Encoding \"{encoding}\" is not supported; send the request as "
            + $"{BodyEncoding.Accepted.Replace(", ", ", as ", StringComparison.Ordinal)}, or uncompressed.";

    public static string TooLarge(int limit) => $"The request body is larger than {limit} bytes; send less at once.";

    public static string NotCompressedSo(string coding) =>
        $"The request body is not {coding}, although its Content-Encoding says so; compress it as it says, or send it uncompressed.";

    public const string TheMessage = "The message";

    public const string ThePayload = "The message's payload";

    public const string SocketNotAnObject = "The message is no JSON object such as {\"type\":\"connection_init\"}.";

    public const string SocketNotText = "The message is binary; send JSON as text.";

    public const string SocketPayload = "The payload must be an object; of subscribe, with a \"query\".";

    public const string SocketFromForeignPage =
        "A page of another site may not connect here; whoever runs the server can allow its origin.";

    public static string SocketTypeUnknown(string? type) => type is null
        ? "The message has no \"type\"."
        : $"Clients send no messages of type \"{type}\".";

    public static string SocketIdMissing(string type) => $"The {type} message has no \"id\".";

    public static string SocketIdTooLong(int limit) => $"The \"id\" has more than {limit} characters; give a shorter one.";

    public static string SocketTooManyOperations(int limit) =>
        $"This connection has {limit} operations, the most that one may have; complete some first.";

    public static string SocketProtocol(string protocol) =>
        $"Connections over WebSocket speak {protocol} here; ask for it in Sec-WebSocket-Protocol, as the npm package graphql-ws does.";

    public const string TheBody = "The request body";

    public static string TheParameter(string name) => $"The parameter \"{name}\"";

    public static string NotJson(string what, long line, long position) => $"{what} is not JSON: the fault is at line {line}, byte {position}.";

    public static string TooDeep(string what, int limit, long line, long position) =>
        $"{what} is nested more than {limit} levels deep at line {line}, byte {position}; send it flatter.";

    public static string NotUtf8(string what, long line, long position) => $"{what} is not UTF-8: the fault is at line {line}, byte {position}.";

    public static string HalfOfPair(string what, string escape, long line, long position) =>
        $"{what} has the escape {escape} at line {line}, byte {position}, which is half of a surrogate pair; write both "
            + "halves, or the character itself.";

    public static string ParameterRepeated(string name) => $"The parameter \"{name}\" is given more than once; give it once.";

    public static string KeyRepeated(string what, string name) => $"{what} has \"{name}\" more than once; give it once.";

    public static string KeyRepeated(string what, string name, long line, long position) =>
        $"{what} has the key \"{name}\" a second time in one object at line {line}, byte {position}; give it once.";

    public static string ParameterNotJson(string name) =>
        $"The parameter \"{name}\" is not JSON; give an object such as {{\"id\": \"1\"}}, encoded for a URL.";

    public static string ParameterNotUtf8(string name) =>
        $"The parameter \"{name}\" is not UTF-8; encode its text as UTF-8 for the URL, such as %C3%A9 for é.";

    public static string NotAString(string name) => $"\"{name}\" must be a string, or null.";

    public static string NotAMap(string name) => $"\"{name}\" must be an object, or null.";
}
