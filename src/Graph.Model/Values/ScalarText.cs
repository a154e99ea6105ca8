using System.Buffers.Text;
using System.Globalization;

namespace Graph.Model.Values;

/// <summary>Days, instants and numbers as files write them, read from UTF-8 without a string.</summary>
public static class ScalarText
{
    /// <summary>No double is longer as text.</summary>
    public const int FloatLength = 32;

    /// <summary>A day: <c>yyyy-MM-dd</c>, nothing before or after it.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var number)) return false;
        if (year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    /// <summary>
    /// An instant by ISO 8601: a day, <c>T</c>, a time to the minute or finer, and <c>Z</c> or an offset; the name of a zone
    /// in brackets after it, as Neo4j prints one, is ignored. Finer than a microsecond is cut off.
    /// </summary>
    public static bool TryInstant(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length > 0 && text[^1] == ']' && text.IndexOf((byte)'[') is > 0 and var bracket) text = text[..bracket];
        if (text.Length < 17 || text[10] != 'T' || !TryDay(text[..10], out var day)) return false;
        text = text[11..];
        if (text[2] != ':' || !TryDigits(text[..2], out var hour) || !TryDigits(text[3..5], out var minute) || hour > 23 || minute > 59) return false;
        text = text[5..];
        var ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute;
        if (text is [(byte)':', ..])
        {
            if (text.Length < 3 || !TryDigits(text[1..3], out var second) || second > 59) return false;
            ticks += second * TimeSpan.TicksPerSecond;
            text = text[3..];
            if (text is [(byte)'.', ..] && !TryFraction(ref text, ref ticks)) return false;
        }

        if (!TryOffset(text, out var offset)) return false;
        var utc = day.DayNumber * TimeSpan.TicksPerDay + ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks) return false;
        instant = new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    /// <summary>A finite double in JSON's form.</summary>
    public static bool TryFloat(ReadOnlySpan<byte> text, out double number) =>
        Utf8Parser.TryParse(text, out number, out var read) && read == text.Length && double.IsFinite(number);

    /// <summary>A number as the shortest text that reads back the same.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">Room for <see cref="FloatLength"/> bytes.</param>
    /// <returns>The text.</returns>
    public static ReadOnlySpan<byte> Write(double number, Span<byte> text)
    {
        Utf8Formatter.TryFormat(number, text, out var length);
        return text[..length];
    }

    /// <summary>A whole number.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool TryFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        var (i, unit) = (1, TimeSpan.TicksPerSecond / 10);
        for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++, unit /= 10) ticks += unit * (text[i] - '0');
        ticks -= ticks % TimeSpan.TicksPerMicrosecond;
        if (i == 1) return false;
        text = text[i..];
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text is [(byte)'Z']) return true;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != ':')) return false;
        if (!TryDigits(text[1..3], out var hours)) return false;
        var minutes = 0;
        if (text.Length > 3 && !TryDigits(text[^2..], out minutes)) return false;
        if (hours > 18 || minutes > 59) return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = number * 10 + digit - '0';
        }

        return true;
    }
}
