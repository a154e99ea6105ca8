using Graph.GraphQL.Execution;
using Graph.GraphQL.Responses;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore.WebSockets;

/// <summary>What operations of all connections share.</summary>
/// <param name="Options">How the endpoint behaves.</param>
/// <param name="ExecuteAsync">Answers a request.</param>
/// <param name="Answers">What waits for clients.</param>
/// <param name="Log">Is told of errors.</param>
/// <param name="Time">The clock.</param>
/// <param name="Stopping">The server ends.</param>
internal sealed record SocketDoor(
    GraphQLHttpOptions Options,
    Func<HttpContext, GraphQLRequest, CancellationToken, Task<GraphQLResponse>> ExecuteAsync,
    OutgoingAnswers Answers,
    RequestLog Log,
    TimeProvider Time,
    CancellationToken Stopping);
