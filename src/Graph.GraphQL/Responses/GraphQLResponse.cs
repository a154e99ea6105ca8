using System.Buffers;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Responses;

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
