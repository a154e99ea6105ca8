using System.Text;
using System.Text.Json;
using Graph.GraphQL.Documents;
using Graph.GraphQL.Responses;

namespace Graph.GraphQL.Execution;

/// <summary>What is asked.</summary>
public sealed record GraphQLRequest
{
    /// <summary>A request of a document given as text.</summary>
    /// <param name="document">The GraphQL document.</param>
    /// <param name="variables">A JSON object with the values of variables; null for none.</param>
    /// <param name="operationName">Which operation of the document; null for its only one.</param>
    /// <exception cref="JsonException"><paramref name="variables"/> is not JSON.</exception>
    public static GraphQLRequest Of(string document, string? variables = null, string? operationName = null) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = variables is null ? default : JsonElement.Parse(variables),
        OperationName = operationName,
    };

    /// <summary>
    /// The document's text as UTF-8, only read while the request is executed; empty when <see cref="DocumentId"/> or
    /// <see cref="Extensions"/> name one.
    /// </summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The id of a trusted document; null when the document itself is given.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Whether the request names a document that the executor is to know, by its id or its hash.</summary>
    public bool NamesDocument => DocumentId is not null || PersistedQuery.HashOf(Extensions) is not null;

    /// <summary>Which operation of the document; null for its only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>A JSON object with the values of variables; undefined or null for none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The request's <c>extensions</c>, a JSON object; undefined or null for none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>The value that root fields without resolver are read from.</summary>
    public object? RootValue { get; init; }

    /// <summary>The services resolvers may use.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Takes down what the operation is and what its fields wait for; null where nobody wants to know.</summary>
    public OperationRecord? Record { get; init; }

    /// <summary>What the request is called in logs; errors that are the server's bear it as <c>extensions.requestId</c>. Null for none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Refuses anything but a query, as a request that must not change anything needs (HTTP GET).</summary>
    public bool QueriesOnly { get; init; }

    /// <summary>Whether the caller can take a stream of responses, which a subscription needs.</summary>
    public bool StreamsAllowed { get; init; }

    /// <summary>
    /// The <see cref="GraphQLResponse.EventId"/> of a subscription's last response that its subscriber has seen, who reconnects; null for none.
    /// </summary>
    public string? LastEventId { get; init; }

    /// <summary>
    /// Whether the response tells the operation's cost in <c>extensions.cost </c>; the request's own <c>extensions.cost:
    /// true</c> asks for it too.
    /// </summary>
    public bool ReportCost { get; init; }
}
