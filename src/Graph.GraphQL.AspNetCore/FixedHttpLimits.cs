using Graph.GraphQL.Json;

namespace Graph.GraphQL.AspNetCore;

/// <summary>Limits that nobody sets.</summary>
internal static class FixedHttpLimits
{
    /// <summary>
    /// Most levels of JSON that are read, the customary number: variables nested deeper are refused long before by what they
    /// are for.
    /// </summary>
    public const int MaxJsonDepth = 64;

    /// <summary>
    /// An answer goes out in pieces of this size, each when the client has taken the one before: as much as the server keeps
    /// for a connection anyway. Answers up to it are not counted.
    /// </summary>
    public const int SegmentBytes = ResponseBuffer.SegmentBytes;

    /// <summary>
    /// Where there is no more room for answers, a client that has taken nothing for this long gives way: any network that works
    /// has carried a segment by then.
    /// </summary>
    public static readonly TimeSpan YieldAfter = TimeSpan.FromSeconds(1);

    /// <summary>Most characters of a request's id that a client gives: a UUID has 36, a trace context 55; longer names only fill logs.</summary>
    public const int MaxRequestIdCharacters = 64;

    /// <summary>Most characters of a name that a client chose, in a line of the log: enough to find it by, too few to fill a log with.</summary>
    public const int MaxLoggedNameCharacters = 100;

    /// <summary>Most characters of a statement in a line of the log: enough to know it again, and to see which way it takes.</summary>
    public const int MaxLoggedStatementCharacters = 2_000;

    /// <summary>
    /// Most lines of the log in <see cref="LogWindow"/> for one reason and address: ten show what is wrong; the eleventh says
    /// nothing new.
    /// </summary>
    public const int MaxLinesPerSource = 10;

    /// <summary>Most lines for one reason: a fault that meets everybody is as clear after a line a second; addresses are cheap to change.</summary>
    public const int MaxLinesPerReason = 60;

    /// <summary>The time in which lines are counted: short enough that the next fault is not missed for long.</summary>
    public static readonly TimeSpan LogWindow = TimeSpan.FromMinutes(1);

    /// <summary>Most characters of the id that a client gives an operation: a UUID has 36.</summary>
    public const int MaxOperationIdCharacters = 128;

    /// <summary>Most operations of one WebSocket at a time: a page has some tens.</summary>
    public const int MaxOperationsOfConnection = 200;

    /// <summary>After so many pings without any message a client is gone.</summary>
    public const int MissedPongs = 3;

    /// <summary>
    /// How long a client may take to initialise a WebSocket. It does so at once; but where this machine or the client's is overloaded, what was sent
    /// at once may be read after many seconds, and whoever is closed for that comes back and adds to the load.
    /// </summary>
    public static readonly TimeSpan InitialisationTime = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to close a WebSocket that the server has closed.</summary>
    public static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(5);

    /// <summary>How long a WebSocket is kept on which nothing is asked.</summary>
    public static readonly TimeSpan IdleConnection = TimeSpan.FromMinutes(5);

    /// <summary>When clients of a stream may come back at the earliest, after the server has ended.</summary>
    public const int LeastReconnectMilliseconds = 1_000;

    /// <summary>The time over which they come back, so that a thousand do not come at once.</summary>
    public const int ReconnectSpreadMilliseconds = 4_000;

    /// <summary>How long browsers need not ask again whether an origin is allowed: two hours, the longest that any of them remembers.</summary>
    public const string PreflightSeconds = "7200";
}
