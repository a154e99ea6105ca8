using System.Globalization;
using Graph.Model.Queries;

namespace Graph.Model.Tests;

public sealed class StretchesOfTime
{
    [Theory]
    [InlineData(TimeBucket.Day, "2025-06-02", "2025-06-02", "2025-06-03")]
    [InlineData(TimeBucket.Week, "2025-06-02", "2025-06-02", "2025-06-09")]
    [InlineData(TimeBucket.Week, "2025-06-08", "2025-06-02", "2025-06-09")]
    [InlineData(TimeBucket.Week, "2025-01-01", "2024-12-30", "2025-01-06")]
    [InlineData(TimeBucket.Month, "2024-02-29", "2024-02-01", "2024-03-01")]
    [InlineData(TimeBucket.Month, "2024-12-31", "2024-12-01", "2025-01-01")]
    [InlineData(TimeBucket.Quarter, "2025-03-31", "2025-01-01", "2025-04-01")]
    [InlineData(TimeBucket.Quarter, "2025-11-15", "2025-10-01", "2026-01-01")]
    [InlineData(TimeBucket.Year, "2025-06-02", "2025-01-01", "2026-01-01")]
    public void ADayLiesBetweenTheFirstDayAndTheNext(TimeBucket bucket, string day, string first, string next)
    {
        Assert.Equal(Day(first), bucket.FirstDay(Day(day)));
        Assert.Equal(Day(next), bucket.DayAfter(Day(day)));
    }

    [Theory]
    [InlineData(TimeBucket.Day, "9999-12-31")]
    [InlineData(TimeBucket.Week, "9999-12-27")]
    [InlineData(TimeBucket.Month, "9999-12-01")]
    [InlineData(TimeBucket.Quarter, "9999-10-01")]
    [InlineData(TimeBucket.Year, "9999-01-01")]
    public void TheLastBucketHasNoNext(TimeBucket bucket, string first)
    {
        Assert.Equal(Day(first), bucket.FirstDay(DateOnly.MaxValue));
        Assert.Null(bucket.DayAfter(DateOnly.MaxValue));
        Assert.Equal(DateOnly.MinValue, bucket.FirstDay(DateOnly.MinValue));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
