namespace Graph.Model.Queries;

/// <summary>The days at which buckets begin, as every store works them out.</summary>
public static class TimeBuckets
{
    private const int DaysOfWeek = 7;
    private const int MonthsOfQuarter = 3;

    /// <summary>The first day of the bucket in which a day lies.</summary>
    public static DateOnly FirstDay(this TimeBucket bucket, DateOnly day) => bucket switch
    {
        TimeBucket.Day => day,
        TimeBucket.Week => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek)),
        TimeBucket.Month => new(day.Year, day.Month, 1),
        TimeBucket.Quarter => new(day.Year, day.Month - (day.Month - 1) % MonthsOfQuarter, 1),
        TimeBucket.Year => new(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(bucket), bucket, "Unknown bucket."),
    };

    /// <summary>The first day after the bucket in which a day lies: where the next one begins; null where the calendar ends before.</summary>
    public static DateOnly? DayAfter(this TimeBucket bucket, DateOnly day)
    {
        var first = bucket.FirstDay(day);
        var next = bucket switch
        {
            TimeBucket.Day => first.DayNumber + 1,
            TimeBucket.Week => first.DayNumber + DaysOfWeek,
            _ => LastDay(first, bucket).DayNumber + 1,
        };
        return next > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber(next);
    }

    // Of a month, a quarter or a year that begins at a day.
    private static DateOnly LastDay(DateOnly first, TimeBucket bucket)
    {
        var month = bucket switch { TimeBucket.Month => first.Month, TimeBucket.Quarter => first.Month + MonthsOfQuarter - 1, _ => 12 };
        return new(first.Year, month, DateTime.DaysInMonth(first.Year, month));
    }
}
