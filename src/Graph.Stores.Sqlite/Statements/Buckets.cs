using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// The first day of a bucket, as text like any day. Days and instants are text of fixed width, so that most buckets are cut off
/// theirs; an instant is stored in UTC.
/// </summary>
internal static class Buckets
{
    /// <summary>The first day of the bucket in which a value lies; NULL where there is none.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="value">The expression of a day or an instant.</param>
    public static string FirstDay(TimeBucket bucket, string value) => bucket switch
    {
        TimeBucket.Day => Day(value),
        // Six days back and on to the next Monday: forwards first would leave the calendar at its end. What is no day stays as it is.
        TimeBucket.Week => $"ifnull(date({Day(value)}, '-6 days', 'weekday 1'), {value})",
        TimeBucket.Month => $"substr({value}, 1, 8) || '01'",
        TimeBucket.Quarter => $"substr({value}, 1, 5) || {FirstOfQuarter($"substr({value}, 6, 2)")}",
        TimeBucket.Year => $"substr({value}, 1, 5) || '01-01'",
        _ => throw new ArgumentOutOfRangeException(nameof(bucket), bucket, "Unknown bucket."),
    };

    /// <summary>An instant to the millisecond, as responses show it.</summary>
    public static string Instant(string value) => $"substr({value}, 1, {TimeText.MillisecondsEnd}) || 'Z'";

    private static string Day(string value) => $"substr({value}, 1, {TimeText.DateLength})";

    private static string FirstOfQuarter(string month) =>
        $"CASE WHEN {month} < '04' THEN '01-01' WHEN {month} < '07' THEN '04-01' WHEN {month} < '10' THEN '07-01' ELSE '10-01' END";
}
