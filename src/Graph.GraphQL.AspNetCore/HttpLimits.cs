namespace Graph.GraphQL.AspNetCore;

/// <summary>
/// What a request and its answer may take on the wire. What nobody sets stands in <see cref="FixedHttpLimits"/>. Names end
/// with the unit; times bear their own.
/// </summary>
public sealed record HttpLimits
{
    /// <summary>
    /// Most bytes of a request's body, as it comes and decompressed. 1 MB is a document of the allowed size with ten times as
    /// much in variables; more would only fill memory before it is refused.
    /// </summary>
    public int MaxBodyBytes { get; init; } = 1_000_000;

    /// <summary>
    /// Bodies of answers from this many bytes on are compressed for clients that allow it; below, the header costs more than it
    /// saves. Null switches compression off.
    /// </summary>
    public int? MinCompressedBytes { get; init; } = 2_048;

    /// <summary>
    /// Most bytes of finished answers that wait for their clients: some twenty of the longest that limits allow. Beyond,
    /// clients that do not read are cut off, and where all do, a request is refused with 503.
    /// </summary>
    public long MaxUnreadBytes { get; init; } = 64_000_000;

    /// <summary>
    /// How long a client may take for the next piece of its answer, 64 kB: a network that carries less in this time has lost
    /// the connection, or is held open to no purpose.
    /// </summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a stream without events sends a comment: shorter than the minute after which proxies give up silent connections.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Requests that take at least this long are logged as slow: a page that waits for a second is felt to be.</summary>
    public TimeSpan SlowRequest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When a refused client may come back: a queue of statements has moved on by then.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);
}
