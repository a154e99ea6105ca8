using System.Text;
using Graph.GraphQL.Json;

namespace Graph.Model.Values;

/// <summary>
/// Days and instants as text: of responses and lists everywhere, of the tables of an SQLite file, of cursors. Text of fixed
/// width, whose order by byte is the order of time and which a person can read: <c>2025-06-02</c>, <c>2025-06-02T10:00:00.000000Z</c>.
/// </summary>
public static class TimeText
{
    /// <summary>The bytes of a day.</summary>
    public const int DateLength = 10;

    /// <summary>The bytes of an instant.</summary>
    public const int DateTimeLength = 27;

    /// <summary>How much of an instant is kept when it is printed with milliseconds.</summary>
    public const int MillisecondsEnd = 23;

    /// <summary>The digits of a second in a response: milliseconds.</summary>
    public const int ResponseDigits = 3;

    /// <summary>The most digits of a second that any store hands over: ten millionths.</summary>
    public const int MostDigits = 7;

    private const int FractionStart = 20;
    private const int KeptDigits = 6;

    /// <summary>Writes a day into <see cref="DateLength"/> bytes.</summary>
    public static void Write(DateOnly day, Span<byte> text)
    {
        Digits(text, 0, 4, day.Year);
        text[4] = (byte)'-';
        Digits(text, 5, 2, day.Month);
        text[7] = (byte)'-';
        Digits(text, 8, 2, day.Day);
    }

    /// <summary>Writes an instant in UTC into <see cref="DateTimeLength"/> bytes; finer than a microsecond is cut off.</summary>
    public static void Write(DateTimeOffset instant, Span<byte> text) => Write(instant, text, KeptDigits);

    /// <summary>Writes a day as a JSON string.</summary>
    public static void WriteJson(ResponseBuffer output, DateOnly day)
    {
        var text = output.GetSpan(DateLength + 2);
        text[0] = text[DateLength + 1] = (byte)'"';
        Write(day, text[1..]);
        output.Advance(DateLength + 2);
    }

    /// <summary>Writes an instant in UTC as a JSON string.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="digits">The digits of its second, from 1 to <see cref="MostDigits"/>; what is finer is cut off.</param>
    public static void WriteJson(ResponseBuffer output, DateTimeOffset instant, int digits)
    {
        var text = output.GetSpan(FractionStart + MostDigits + 3);
        var length = Write(instant, text[1..], digits);
        text[0] = text[length + 1] = (byte)'"';
        output.Advance(length + 2);
    }

    private static int Write(DateTimeOffset instant, Span<byte> text, int digits)
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
        var fraction = (int)(utc.Ticks % TimeSpan.TicksPerSecond);
        for (var i = digits; i < MostDigits; i++) fraction /= 10;
        Digits(text, FractionStart, digits, fraction);
        text[FractionStart + digits] = (byte)'Z';
        return FractionStart + digits + 1;
    }

    /// <summary>The day as text.</summary>
    public static string Of(DateOnly day)
    {
        Span<byte> text = stackalloc byte[DateLength];
        Write(day, text);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>The instant as text.</summary>
    public static string Of(DateTimeOffset instant)
    {
        Span<byte> text = stackalloc byte[DateTimeLength];
        Write(instant, text);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>The text is a day of the years 1 to 9999 in this form.</summary>
    public static bool IsDay(ReadOnlySpan<byte> text) => ScalarText.TryDay(text, out _);

    /// <summary>The text is an instant in this form, to the microsecond, or to the millisecond as lists of older files have it.</summary>
    public static bool IsInstant(ReadOnlySpan<byte> text) =>
        text.Length is DateTimeLength or MillisecondsEnd + 1 && text[^1] == 'Z' && text[FractionStart - 1] == '.'
            && ScalarText.TryInstant(text, out _);

    private static void Digits(Span<byte> text, int start, int count, int value)
    {
        for (var i = start + count - 1; i >= start; i--, value /= 10) text[i] = (byte)('0' + value % 10);
    }
}
