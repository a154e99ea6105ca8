namespace Graph.Import.Feeds;

/// <summary>Days as feeds write them.</summary>
internal static class FeedDays
{
    /// <summary>A calendar day written <c>20150218</c>.</summary>
    public static bool TryCompact(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length != 8 || !IsDigits(text)) return false;
        var number = 0;
        foreach (var digit in text) number = number * 10 + digit - '0';
        return TryDay(number / 10_000, number / 100 % 100, number % 100, out day);
    }

    /// <summary>Whether all of a text, and something, is digits.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool TryDay(int year, int month, int number, out DateOnly day)
    {
        day = default;
        if (year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new(year, month, number);
        return true;
    }
}
