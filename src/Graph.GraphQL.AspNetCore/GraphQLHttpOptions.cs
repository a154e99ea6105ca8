using Graph.GraphQL.Execution;

namespace Graph.GraphQL.AspNetCore;

/// <summary>Which edition of GraphQL over HTTP decides statuses.</summary>
public enum HttpProfile
{
    /// <summary>What clients and the published audit expect: 400 for every request error, 200 for every executed operation, <c>application/json</c> when nothing is asked for.</summary>
    Customary,

    /// <summary>The newest draft (September 2026): 422 where a well-formed request cannot be executed, 294 beside field errors, <c>application/graphql-response+json</c> when nothing is asked for.</summary>
    NewestDraft,
}

/// <summary>How a GraphQL endpoint behaves.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>Limits and caches of the executor.</summary>
    public ExecutorOptions Executor { get; set; } = ExecutorOptions.Default;

    /// <summary>Which statuses and media type are the default.</summary>
    public HttpProfile Profile { get; set; } = HttpProfile.Customary;

    /// <summary>Most bytes of a request's body. 1 MB is a document of the allowed size with ten times as much in variables; more would only fill memory before it is refused.</summary>
    public int MaxRequestBytes { get; set; } = 1_000_000;

    /// <summary>Whether queries may be asked by GET. They never change anything, and a browser may ask them only by script.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>Whether results may be streamed as Server-Sent Events (the distinct connections mode of graphql-sse); subscriptions need it.</summary>
    public bool EnableServerSentEvents { get; set; } = true;

    /// <summary>How often a stream without events sends a comment: shorter than the minute after which proxies give up silent connections.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>Whether browsers that ask for HTML get a page to try queries.</summary>
    public bool EnablePage { get; set; } = true;

    /// <summary>Bodies from this many bytes on are compressed for clients that allow it; below, the header costs more than it saves. Null switches compression off.</summary>
    public int? CompressFrom { get; set; } = 2_048;

    /// <summary>Most bytes of finished answers that wait for their clients: some twenty of the longest that limits allow. Beyond, clients that do not read are left, and where all do, a request is refused with 503.</summary>
    public long MaxWaitingAnswerBytes { get; set; } = 64_000_000;

    /// <summary>How long a client may take for the next piece of its answer, 64 kB: a network that carries less in this time has lost the connection, or is held open to no purpose.</summary>
    public TimeSpan ReaderPatience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Origins whose scripts may use the endpoint, such as <c>https://dashboards.example</c>, or <c>*</c> for all. Empty: only pages of the endpoint's own origin.</summary>
    public IReadOnlyCollection<string> AllowedOrigins { get; set; } = [];

    /// <summary>Requests that take at least this long are logged as slow.</summary>
    public TimeSpan SlowRequest { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Statuses of responses without data, by the <c>code</c> in the extensions of their error: refusals of a busy server, such as 429 and 503. They tell to come back after <see cref="RetryAfter"/>.</summary>
    public IReadOnlyDictionary<string, int> BusyStatuses { get; set; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>When a refused client may come back: a queue of statements has moved on by then.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);
}
