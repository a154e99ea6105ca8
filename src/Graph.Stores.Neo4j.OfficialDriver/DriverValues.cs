using System.Collections;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Driver = global::Neo4j.Driver;

namespace Graph.Stores.Neo4j.OfficialDriver;

/// <summary>Values as the driver has them, and as the built-in client does.</summary>
internal static class DriverValues
{
    private const long TicksOfEpoch = 621_355_968_000_000_000;

    /// <summary>The parameters of a statement for the driver.</summary>
    public static Dictionary<string, object?> Parameters(StatementParameters parameters) =>
        parameters.ToDictionary().ToDictionary(entry => entry.Key, entry => ToDriver(entry.Value));

    /// <summary>A value of the driver as the sinks know it.</summary>
    /// <exception cref="DatabaseException">A day or instant outside the years 1 to 9999.</exception>
    public static object? FromDriver(object? value) => value switch
    {
        Driver.LocalDate { Year: < 1 or > 9999 } => throw DatabaseException.OutOfCalendar(),
        Driver.LocalDate date => date.ToDateOnly(),
        Driver.ZonedDateTime instant => Instant(instant),
        Driver.LocalDateTime time => time.ToDateTime(),
        Driver.LocalTime time => Time(time.Hour, time.Minute, time.Second, time.Nanosecond),
        Driver.OffsetTime time => new OffsetTime(
            Time(time.Hour, time.Minute, time.Second, time.Nanosecond), TimeSpan.FromSeconds(time.OffsetSeconds)),
        Driver.Duration length => new DurationValue(length.Months, length.Days, length.Seconds, length.Nanos),
        Driver.Point point => new PointValue(point.SrId, point.X, point.Y, double.IsNaN(point.Z) ? null : point.Z),
        Driver.INode or Driver.IRelationship or Driver.IPath =>
            throw new NotSupportedException("No statement of the store answers whole nodes, relationships or paths; the driver's are not encoded."),
        string or byte[] => value,
        IDictionary map => map.Keys.Cast<string>().ToDictionary(key => key, key => FromDriver(map[key])),
        IEnumerable<KeyValuePair<string, object?>> map => map.ToDictionary(entry => entry.Key, entry => FromDriver(entry.Value)),
        IEnumerable list => list.Cast<object?>().Select(FromDriver).ToList(),
        _ => value,
    };

    private static object? ToDriver(object? value) => value switch
    {
        DateOnly date => new Driver.LocalDate(date.Year, date.Month, date.Day),
        DateTimeOffset instant => ZonedOf(instant, (int)instant.Offset.TotalSeconds),
        FarInstant instant => ZonedOf(instant.Utc, (int)instant.Offset.TotalSeconds),
        string or byte[] => value,
        IDictionary map => map.Keys.Cast<string>().ToDictionary(key => key, key => ToDriver(map[key])),
        IEnumerable list => list.Cast<object?>().Select(ToDriver).ToList(),
        _ => value,
    };

    private static Driver.ZonedDateTime ZonedOf(DateTimeOffset utc, int offsetSeconds)
    {
        var ticks = utc.UtcTicks - TicksOfEpoch;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        if (rest < 0)
            (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        return new(seconds, (int)(rest * TimeSpan.NanosecondsPerTick), Driver.Zone.Of(offsetSeconds));
    }

    private static object Instant(Driver.ZonedDateTime instant)
    {
        var ticks = TicksOfEpoch + (instant.UtcSeconds * TimeSpan.TicksPerSecond) + (instant.Nanosecond / TimeSpan.NanosecondsPerTick);
        if (instant.UtcSeconds is < -62135596800 or >= 253402300800)
            throw DatabaseException.OutOfCalendar();
        var utc = new DateTimeOffset(ticks, TimeSpan.Zero);
        if (instant.Zone is not Driver.ZoneOffset)
            return utc; // The rules of zones are not the same on every machine: the instant is kept, and the name is not.
        var offset = TimeSpan.FromSeconds(instant.OffsetSeconds);
        var isOfCalendar = offset.Ticks % TimeSpan.TicksPerMinute == 0 && offset.Duration() <= TimeSpan.FromHours(14);
        return isOfCalendar ? utc.ToOffset(offset) : new FarInstant(utc, offset);
    }

    private static TimeOnly Time(int hour, int minute, int second, int nanosecond) =>
        new TimeOnly(hour, minute, second).Add(TimeSpan.FromTicks(nanosecond / TimeSpan.NanosecondsPerTick));
}
