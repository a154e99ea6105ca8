namespace Graph.Stores.Sqlite;

/// <summary>
/// Days and instants as the tables keep them: text of fixed width, whose order by byte is the order of time and which a
/// person can read: <c>2025-06-02</c>, <c>2025-06-02T10:00:00.000000Z</c>.
/// </summary>
internal static class TimeText
{
    public const int DateLength = 10;
    public const int DateTimeLength = 27;

    /// <summary>How much of an instant is kept when it is printed with milliseconds.</summary>
    public const int MillisecondsEnd = 23;

    private const int FractionStart = 20;

    public static void Write(DateOnly day, Span<byte> text)
    {
        Digits(text, 0, 4, day.Year);
        text[4] = (byte)'-';
        Digits(text, 5, 2, day.Month);
        text[7] = (byte)'-';
        Digits(text, 8, 2, day.Day);
    }

    public static void Write(DateTimeOffset instant, Span<byte> text)
    {
        var utc = instant.UtcDateTime;
        Write(DateOnly.FromDateTime(utc), text);
        text[10] = (byte)'T';
        Digits(text, 11, 2, utc.Hour);
        text[13] = (byte)':';
        Digits(text, 14, 2, utc.Minute);
        text[16] = (byte)':';
        Digits(text, 17, 2, utc.Second);
        text[19] = (byte)'.';
        Digits(text, FractionStart, 6, (int)(utc.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));
        text[26] = (byte)'Z';
    }

    private static void Digits(Span<byte> text, int start, int count, int value)
    {
        for (var i = start + count - 1; i >= start; i--, value /= 10) text[i] = (byte)('0' + value % 10);
    }
}
