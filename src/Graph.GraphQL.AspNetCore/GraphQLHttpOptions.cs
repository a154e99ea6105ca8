using Graph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Graph.GraphQL.AspNetCore;

/// <summary>How a GraphQL endpoint behaves.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Limits and caches of the executor.</summary>
    public ExecutorOptions Executor { get; set; } = ExecutorOptions.Default;

    /// <summary>
    /// Which executor answers a request, where callers are answered from several; null: the one of <see cref="Executor"/>'s limits answers all.
    /// </summary>
    public Func<HttpContext, RequestExecutor>? ExecutorOf { get; set; }

    /// <summary>
    /// Why a client may be told no more of a stream that it was allowed, such as a key that was taken back; asked every
    /// <see cref="HttpLimits.KeepAliveInterval"/>. Null, or answering null: it may.
    /// </summary>
    public Func<HttpContext, GraphQLError?>? EndsStream { get; set; }

    /// <summary>What a request and its answer may take on the wire.</summary>
    public HttpLimits Limits { get; set; } = new();

    /// <summary>Which statuses and media type are the default.</summary>
    public HttpProfile Profile { get; set; } = HttpProfile.Customary;

    /// <summary>Whether queries may be asked by GET. They never change anything, and a browser may ask them only by script.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>
    /// Whether results may be streamed as Server-Sent Events (the distinct connections mode of graphql-sse); subscriptions need
    /// it.
    /// </summary>
    public bool EnableServerSentEvents { get; set; } = true;

    /// <summary>Whether clients may ask over WebSocket (the subprotocol graphql-transport-ws), at the same address.</summary>
    public bool EnableWebSockets { get; set; } = true;

    /// <summary>Why a request may not become a WebSocket, as a sentence. Null, or answering null: it may.</summary>
    public Func<HttpContext, string?>? RefusesSocket { get; set; }

    /// <summary>
    /// Why an operation over a WebSocket is not answered now, such as that its client asks too often: over HTTP each is a request, which is
    /// counted before it comes here. Null, or answering null: it is.
    /// </summary>
    public Func<HttpContext, GraphQLError?>? AdmitsOperation { get; set; }

    /// <summary>Whether browsers that ask for HTML get a page to try queries.</summary>
    public bool EnablePage { get; set; } = true;

    /// <summary>
    /// Origins whose scripts may use the endpoint, such as <c>https://dashboards.example </c>, or <c>* </c> for all. Empty:
    /// only pages of the endpoint's own origin.
    /// </summary>
    public IReadOnlyCollection<string> AllowedOrigins { get; set; } = [];

    /// <summary>The greatest <see cref="MaxBatch"/>: a page asks a handful at once, and every request of a batch waits for the slowest.</summary>
    public const int MostInBatch = 10;

    /// <summary>
    /// Most requests in one batch, a JSON list that is answered by the list of their responses; up to
    /// <see cref="MostInBatch"/>. 0: batches are refused. Each request has all limits for itself.
    /// </summary>
    public int MaxBatch { get; set; }

    /// <summary>
    /// Statuses of responses without data, by the <c>code </c> in the extensions of their error: refusals of a busy server,
    /// such as 429 and 503. They tell to come back after <see cref="HttpLimits.RetryAfter"/>.
    /// </summary>
    public IReadOnlyDictionary<string, int> BusyStatuses { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
