using System.Collections;

namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>The structures of the Bolt manual's "Structure semantics" and values known only as objects.</summary>
internal sealed partial class PackStreamWriter
{
    /// <summary>How deep lists and dictionaries given as objects may be nested, so that one that holds itself is an error and not a crash.</summary>
    private const int MaximumDepth = 64;

    private static readonly DateOnly EpochDay = new(1970, 1, 1);

    /// <summary>A day without time or zone, as days since 1970-01-01.</summary>
    public void WriteDate(DateOnly value) => WriteDate(value.DayNumber - EpochDay.DayNumber);

    /// <summary>A day given as days since 1970-01-01.</summary>
    public void WriteDate(long daysSinceEpoch)
    {
        WriteStructureHeader(StructureTag.Date, 1);
        WriteInteger(daysSinceEpoch);
    }

    /// <summary>An instant in UTC, given as microseconds since 1970-01-01T00:00:00Z.</summary>
    public void WriteDateTime(long microsecondsSinceEpoch) =>
        WriteDateTime(new DateTimeOffset(DateTime.UnixEpoch.AddMicroseconds(microsecondsSinceEpoch)));

    /// <summary>An instant with its offset, to 100 ns.</summary>
    public void WriteDateTime(DateTimeOffset value) => WriteDateTime(value, (long)value.Offset.TotalSeconds);

    /// <summary>An instant in a zone of the given offset, which may be one of the 18 hours that the server knows.</summary>
    public void WriteDateTime(DateTimeOffset value, long offsetSeconds)
    {
        var (seconds, nanoseconds) = SinceEpoch(value.UtcTicks);
        WriteStructureHeader(UtcDateTimes ? StructureTag.DateTime : StructureTag.LegacyDateTime, 3);
        WriteInteger(UtcDateTimes ? seconds : seconds + offsetSeconds);
        WriteInteger(nanoseconds);
        WriteInteger(offsetSeconds);
    }

    /// <summary>A date and time of day without zone; the kind of <paramref name="value"/> is not looked at.</summary>
    public void WriteLocalDateTime(DateTime value)
    {
        var (seconds, nanoseconds) = SinceEpoch(value.Ticks);
        WriteStructureHeader(StructureTag.LocalDateTime, 2);
        WriteInteger(seconds);
        WriteInteger(nanoseconds);
    }

    public void WriteLocalTime(TimeOnly value)
    {
        WriteStructureHeader(StructureTag.LocalTime, 1);
        WriteInteger(value.Ticks * TimeSpan.NanosecondsPerTick);
    }

    public void WriteTime(OffsetTime value)
    {
        WriteStructureHeader(StructureTag.Time, 2);
        WriteInteger(value.Time.Ticks * TimeSpan.NanosecondsPerTick);
        WriteInteger((long)value.Offset.TotalSeconds);
    }

    public void WriteDuration(DurationValue value)
    {
        WriteStructureHeader(StructureTag.Duration, 4);
        WriteInteger(value.Months);
        WriteInteger(value.Days);
        WriteInteger(value.Seconds);
        WriteInteger(value.Nanoseconds);
    }

    public void WritePoint(PointValue value)
    {
        WriteStructureHeader(value.Z is null ? StructureTag.Point2D : StructureTag.Point3D, value.Z is null ? 3 : 4);
        WriteInteger(value.Srid);
        WriteFloat(value.X);
        WriteFloat(value.Y);
        if (value.Z is { } z)
            WriteFloat(z);
    }

    /// <summary>
    /// Writes null, booleans, integers, floating-point numbers and decimals (as 64-bit), strings, bytes, <see cref="DateOnly"/>,
    /// <see cref="TimeOnly"/>, <see cref="DateTimeOffset"/>, <see cref="FarInstant"/>, <see cref="DateTime"/> (an instant when
    /// its kind is UTC, else without zone),
    /// <see cref="TimeSpan"/> and <see cref="DurationValue"/>, <see cref="PointValue"/>, dictionaries with string keys, and any other
    /// sequence as a list. Anything else is an <see cref="ArgumentException"/>.
    /// </summary>
    public void WriteValue(object? value) => WriteValue(value, depth: 0);

    private static (long Seconds, long Nanoseconds) SinceEpoch(long ticks)
    {
        var (seconds, rest) = Math.DivRem(ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
        return rest < 0
            ? (seconds - 1, (rest + TimeSpan.TicksPerSecond) * TimeSpan.NanosecondsPerTick)
            : (seconds, rest * TimeSpan.NanosecondsPerTick);
    }

    private void WriteValue(object? value, int depth)
    {
        if (depth > MaximumDepth)
            throw new ArgumentException($"A parameter is nested deeper than {MaximumDepth} lists or dictionaries.", nameof(value));
        switch (value)
        {
            case null: WriteNull(); break;
            case string text: WriteString(text); break;
            case bool flag: WriteBoolean(flag); break;
            case long number: WriteInteger(number); break;
            case int number: WriteInteger(number); break;
            case double number: WriteFloat(number); break;
            case float number: WriteFloat(number); break;
            case decimal number: WriteFloat((double)number); break;
            case short or sbyte or byte or ushort or uint: WriteInteger(Convert.ToInt64(value)); break;
            case byte[] bytes: WriteBytes(bytes); break;
            case DateOnly date: WriteDate(date); break;
            case DateTimeOffset instant: WriteDateTime(instant); break;
            case FarInstant instant: WriteDateTime(instant.Utc, (long)instant.Offset.TotalSeconds); break;
            case DateTime { Kind: DateTimeKind.Utc } instant: WriteDateTime(new DateTimeOffset(instant)); break;
            case DateTime local: WriteLocalDateTime(local); break;
            case TimeOnly time: WriteLocalTime(time); break;
            case OffsetTime time: WriteTime(time); break;
            case TimeSpan span: WriteDuration(ToDuration(span)); break;
            case DurationValue duration: WriteDuration(duration); break;
            case PointValue point: WritePoint(point); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(map, map.Count, depth); break;
            case IDictionary<string, object?> map: WriteMap(map, map.Count, depth); break;
            case IEnumerable list: WriteList(list, depth); break;
            default:
                throw new ArgumentException($"A value of type {value.GetType()} cannot be a parameter of a Cypher statement.", nameof(value));
        }
    }

    private static DurationValue ToDuration(TimeSpan span)
    {
        var (seconds, rest) = Math.DivRem(span.Ticks, TimeSpan.TicksPerSecond);
        return rest < 0
            ? new DurationValue(0, 0, seconds - 1, (int)((rest + TimeSpan.TicksPerSecond) * TimeSpan.NanosecondsPerTick))
            : new DurationValue(0, 0, seconds, (int)(rest * TimeSpan.NanosecondsPerTick));
    }

    private void WriteMap(IEnumerable<KeyValuePair<string, object?>> map, int count, int depth)
    {
        WriteMapHeader(count);
        foreach (var (key, value) in map)
        {
            WriteString(key);
            WriteValue(value, depth + 1);
        }
    }

    private void WriteList(IEnumerable list, int depth)
    {
        if (list is ICollection { Count: var known })
        {
            WriteListHeader(known);
            foreach (var item in list)
                WriteValue(item, depth + 1);
            return;
        }

        var start = BeginList();
        var count = 0;
        foreach (var item in list)
        {
            WriteValue(item, depth + 1);
            count++;
        }

        EndList(start, count);
    }
}
