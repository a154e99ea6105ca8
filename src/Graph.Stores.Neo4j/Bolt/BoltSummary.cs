using System.Collections.Frozen;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>The dictionary of a SUCCESS message, as far as anybody here looks at it.</summary>
internal readonly record struct BoltSummary
{
    public bool HasMore { get; private init; }

    public string? Bookmark { get; private init; }

    public string? Server { get; private init; }

    /// <summary>Whether the server agreed to date-times in UTC (<c>patch_bolt</c>).</summary>
    public bool AgreedToUtc { get; private init; }

    /// <summary>The server promises never to be silent for longer (<c>hints</c>, <c>connection.recv_timeout_seconds</c>).</summary>
    public TimeSpan? ReceiveTimeout { get; private init; }

    /// <summary>The routing table as it came (<c>rt</c>), the answer to ROUTE.</summary>
    public object? Table { get; private init; }

    private Dictionary<string, object?>? Counters { get; init; }

    private Dictionary<string, object?>? Plan { get; init; }

    private Dictionary<string, object?>? Profile { get; init; }

    public static BoltSummary Read(ref PackStreamReader reader)
    {
        var summary = default(BoltSummary);
        for (var entries = reader.ReadMapHeader(); entries > 0; entries--)
        {
            var key = reader.ReadUtf8();
            if (key.SequenceEqual("has_more"u8))
                summary = summary with { HasMore = reader.ReadBoolean() };
            else if (key.SequenceEqual("bookmark"u8))
                summary = summary with { Bookmark = reader.ReadString() };
            else if (key.SequenceEqual("stats"u8))
                summary = summary with { Counters = reader.ReadMap() };
            else if (key.SequenceEqual("plan"u8))
                summary = summary with { Plan = reader.ReadMap() };
            else if (key.SequenceEqual("profile"u8))
                summary = summary with { Profile = reader.ReadMap() };
            else if (key.SequenceEqual("server"u8))
                summary = summary with { Server = reader.ReadString() };
            else if (key.SequenceEqual("patch_bolt"u8))
                summary = summary with { AgreedToUtc = reader.ReadStrings().Contains("utc") };
            else if (key.SequenceEqual("rt"u8))
                summary = summary with { Table = reader.ReadValue() };
            else if (key.SequenceEqual("hints"u8))
                summary = summary with { ReceiveTimeout = ReadReceiveTimeout(ref reader) };
            else
                reader.Skip();
        }

        return summary;
    }

    public StatementSummary ToStatementSummary(long rows) => new()
    {
        Rows = rows,
        Bookmark = Bookmark,
        Counters = Counters ?? (IReadOnlyDictionary<string, object?>)FrozenDictionary<string, object?>.Empty,
        Plan = Plan,
        Profile = Profile,
    };

    private static TimeSpan? ReadReceiveTimeout(ref PackStreamReader reader)
    {
        TimeSpan? timeout = null;
        for (var entries = reader.ReadMapHeader(); entries > 0; entries--)
        {
            if (reader.ReadUtf8().SequenceEqual("connection.recv_timeout_seconds"u8) && reader.Next() == PackStreamType.Integer)
                timeout = reader.ReadInteger() is > 0 and <= int.MaxValue / 1000 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
            else
                reader.Skip();
        }

        return timeout;
    }
}
