using Graph.GraphQL.Json;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>Days and instants as JSON strings (RFC 3339), written digit by digit.</summary>
internal static class JsonTime
{
    /// <summary><c>"2026-01-31"</c>.</summary>
    public static void Write(ResponseBuffer output, int year, int month, int day)
    {
        const int length = 12;
        var span = output.GetSpan(length);
        span[0] = span[11] = (byte)'"';
        Day(span[1..], year, month, day);
        output.Advance(length);
    }

    /// <summary>
    /// <c>"2026-01-31T10:00:00.000Z"</c>: what is finer than a millisecond is cut off, unless it is written exactly, to
    /// ten millionths of a second.
    /// </summary>
    public static void Write(ResponseBuffer output, DateTime utc, bool exact = false)
    {
        var digits = exact ? 7 : 3;
        var length = 23 + digits;
        var span = output.GetSpan(length);
        span[0] = span[length - 1] = (byte)'"';
        Day(span[1..], utc.Year, utc.Month, utc.Day);
        span[11] = (byte)'T';
        Digits(span[12..], utc.Hour, 2);
        span[14] = (byte)':';
        Digits(span[15..], utc.Minute, 2);
        span[17] = (byte)':';
        Digits(span[18..], utc.Second, 2);
        span[20] = (byte)'.';
        Digits(span[21..], exact ? (int)(utc.Ticks % TimeSpan.TicksPerSecond) : utc.Millisecond, digits);
        span[length - 2] = (byte)'Z';
        output.Advance(length);
    }

    private static void Day(Span<byte> span, int year, int month, int day)
    {
        Digits(span, year, 4);
        span[4] = span[7] = (byte)'-';
        Digits(span[5..], month, 2);
        Digits(span[8..], day, 2);
    }

    private static void Digits(Span<byte> span, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            span[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
