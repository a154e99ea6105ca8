using System.Buffers;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Responses;

/// <summary>How a request ended; decides the status of an HTTP response.</summary>
public enum ResponseStatus
{
    /// <summary>All data, no errors.</summary>
    Success,

    /// <summary>Data beside field errors.</summary>
    PartialSuccess,

    /// <summary>The operation ran, but errors left nothing: <c>data</c> is null.</summary>
    NoData,

    /// <summary>A request error: the document is not GraphQL.</summary>
    SyntaxError,

    /// <summary>A request error: the document breaks rules of section 5, or a limit.</summary>
    ValidationError,

    /// <summary>A request error: no such operation, variables that do not fit, or a refusal while planning.</summary>
    RequestError,

    /// <summary>A request error: the kind of operation is not allowed this way.</summary>
    OperationNotAllowed,

    /// <summary>A request error: a subscription was asked for where only one response can be given.</summary>
    StreamNeeded,

    /// <summary>A request error: no document was given, or the one that was named is not known.</summary>
    DocumentNotFound,

    /// <summary>The execution took longer than it may.</summary>
    TimedOut,

    /// <summary>The answers that are being made took all the memory that they may have together: the same request may be answered later.</summary>
    Busy,
}

/// <summary>The answer to a request: one body, or a stream of them for a subscription. Dispose it when it is sent.</summary>
public sealed class GraphQLResponse : IDisposable
{
    /// <summary>The code in the extensions of errors that say to ask again later.</summary>
    public const string BusyCode = "SERVER_BUSY";

    private readonly ResponseBuffer? body;

    private GraphQLResponse() => Errors = [];

    internal GraphQLResponse(ResponseStatus status, ResponseBuffer body, IReadOnlyList<GraphQLError> errors)
    {
        Status = status;
        Errors = errors;
        this.body = body;
    }

    internal GraphQLResponse(IAsyncEnumerable<GraphQLResponse> events)
    {
        Events = events;
        Errors = [];
    }

    /// <summary>The answer to a request that is refused before an executor sees it.</summary>
    /// <param name="status">Why.</param>
    /// <param name="errors">What its author is told, at least one.</param>
    public static GraphQLResponse Refused(ResponseStatus status, params IReadOnlyList<GraphQLError> errors) =>
        ResponseFormat.RequestError(status, errors);

    /// <summary>Tells nothing but how far a stream has come.</summary>
    internal static GraphQLResponse Place(string? id) => new() { EventId = id };

    /// <summary>How the request ended.</summary>
    public ResponseStatus Status { get; }

    /// <summary>The errors that the body lists.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The name of the operation; null when it has none, or none was found.</summary>
    public string? OperationName { get; init; }

    /// <summary>The kind of the operation; null when none was found.</summary>
    public OperationType? OperationType { get; init; }

    /// <summary>
    /// Of a response of a stream: from where a subscriber goes on that reconnects after it (<see cref="GraphQLRequest.LastEventId"/>). A response
    /// without a body tells only this. Null: from nowhere.
    /// </summary>
    public string? EventId { get; init; }

    /// <summary>The response as JSON in UTF-8 (section 7); empty for a subscription that runs.</summary>
    public ReadOnlySequence<byte> Body => body?.Written ?? default;

    /// <summary>Bytes of <see cref="Body"/>.</summary>
    public int Length => body?.Length ?? 0;

    /// <summary>The response stream of a subscription (section 6.2.3.2), each to be disposed; null for everything else.</summary>
    public IAsyncEnumerable<GraphQLResponse>? Events { get; }

    /// <summary>The body as text.</summary>
    public override string ToString() => body?.ToString() ?? "";

    /// <inheritdoc/>
    public void Dispose() => body?.Dispose();
}
