namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>Values as objects, for the few places that want them: metadata, plans, tests, and the structures of "Structure semantics".</summary>
internal ref partial struct PackStreamReader
{
    private const int MaximumDepth = 128;
    private const long EpochSeconds = 62135596800;

    private static readonly DateOnly EpochDay = new(1970, 1, 1);

    /// <summary>
    /// Any value: null, bool, long, double, string, byte[], lists as <c>List&lt;object?&gt;</c>, dictionaries as
    /// <c>Dictionary&lt;string, object?&gt;</c>, <see cref="DateOnly"/>, <see cref="DateTimeOffset"/>, <see cref="DateTime"/> (without zone),
    /// <see cref="TimeOnly"/>, <see cref="FarInstant"/>, and the other records of this folder.
    /// </summary>
    public object? ReadValue() => ReadValue(depth: 0);

    public Dictionary<string, object?> ReadMap() => ReadMap(depth: 0);

    public List<string> ReadStrings()
    {
        var count = ReadListHeader();
        var strings = new List<string>(count);
        while (count-- > 0)
            strings.Add(ReadString());
        return strings;
    }

    public DateOnly ReadDate()
    {
        Expect(StructureTag.Date, 1);
        return ToDate(ReadInteger());
    }

    /// <summary>
    /// An instant in any of its four forms. One with the name of a zone keeps the instant and loses the name (its offset is 0), because the
    /// rules of zones are not the same on every machine.
    /// </summary>
    public DateTimeOffset ReadDateTime()
    {
        var (utc, offset) = ReadInstant();
        return IsOfCalendar(offset) ? utc.ToOffset(offset) : utc;
    }

    private (DateTimeOffset Utc, TimeSpan Offset) ReadInstant()
    {
        var (tag, fields) = ReadStructureHeader();
        if (fields != 3)
            throw Broken($"a date-time has {fields} fields instead of 3");
        var seconds = ReadInteger();
        var nanoseconds = ReadInteger();
        switch (tag)
        {
            case StructureTag.DateTime or StructureTag.LegacyDateTime:
                var offset = ReadInteger();
                var utcSeconds = tag == StructureTag.DateTime ? seconds : seconds - offset;
                var utc = new DateTimeOffset(ToTicks(utcSeconds, nanoseconds), TimeSpan.Zero);
                return (utc, TimeSpan.FromSeconds(offset));
            case StructureTag.DateTimeZoneId:
                Skip();
                return (new DateTimeOffset(ToTicks(seconds, nanoseconds), TimeSpan.Zero), TimeSpan.Zero);
            case StructureTag.LegacyDateTimeZoneId:
                var local = new DateTime(ToTicks(seconds, nanoseconds), DateTimeKind.Unspecified);
                return (FromZone(local, ReadString()), TimeSpan.Zero);
            default:
                throw Broken($"a date-time was expected, and a structure with the tag {tag:X2} came");
        }
    }

    /// <summary>A date and time of day without zone.</summary>
    public DateTime ReadLocalDateTime()
    {
        Expect(StructureTag.LocalDateTime, 2);
        var seconds = ReadInteger();
        return new DateTime(ToTicks(seconds, ReadInteger()), DateTimeKind.Unspecified);
    }

    public TimeOnly ReadLocalTime()
    {
        Expect(StructureTag.LocalTime, 1);
        return ToTime(ReadInteger());
    }

    public OffsetTime ReadTime()
    {
        Expect(StructureTag.Time, 2);
        var time = ToTime(ReadInteger());
        return new OffsetTime(time, TimeSpan.FromSeconds(ReadInteger()));
    }

    public DurationValue ReadDuration()
    {
        Expect(StructureTag.Duration, 4);
        return new DurationValue(ReadInteger(), ReadInteger(), ReadInteger(), (int)ReadInteger());
    }

    public PointValue ReadPoint()
    {
        var (tag, fields) = ReadStructureHeader();
        if ((tag, fields) is not ((StructureTag.Point2D, 3) or (StructureTag.Point3D, 4)))
            throw Broken($"a point was expected, and a structure with the tag {tag:X2} and {fields} fields came");
        return new PointValue((int)ReadInteger(), ReadFloat(), ReadFloat(), fields == 4 ? ReadFloat() : null);
    }

    private object? ReadValue(int depth)
    {
        if (depth > MaximumDepth)
            throw Broken($"a value is nested deeper than {MaximumDepth} lists or dictionaries");
        switch (Next())
        {
            case PackStreamType.Null:
                position++;
                return null;
            case PackStreamType.Boolean:
                return ReadBoolean();
            case PackStreamType.Integer:
                return ReadInteger();
            case PackStreamType.Float:
                return ReadFloat();
            case PackStreamType.Bytes:
                return ReadBytes().ToArray();
            case PackStreamType.String:
                return ReadString();
            case PackStreamType.List:
                return ReadList(depth);
            case PackStreamType.Map:
                return ReadMap(depth);
            default:
                return ReadStructure(depth);
        }
    }

    private List<object?> ReadList(int depth)
    {
        var count = ReadListHeader();
        var list = new List<object?>(count);
        while (count-- > 0)
            list.Add(ReadValue(depth + 1));
        return list;
    }

    private Dictionary<string, object?> ReadMap(int depth)
    {
        var count = ReadMapHeader();
        var map = new Dictionary<string, object?>(count);
        while (count-- > 0)
        {
            var key = ReadString();
            map[key] = ReadValue(depth + 1);
        }

        return map;
    }

    private object ReadStructure(int depth)
    {
        switch (PeekTag())
        {
            case StructureTag.Date: return ReadDate();
            case StructureTag.Time: return ReadTime();
            case StructureTag.LocalTime: return ReadLocalTime();
            case StructureTag.LocalDateTime: return ReadLocalDateTime();
            case StructureTag.DateTime or StructureTag.DateTimeZoneId or StructureTag.LegacyDateTime or StructureTag.LegacyDateTimeZoneId:
                var (utc, offset) = ReadInstant();
                return IsOfCalendar(offset) ? utc.ToOffset(offset) : new FarInstant(utc, offset);
            case StructureTag.Duration: return ReadDuration();
            case StructureTag.Point2D or StructureTag.Point3D: return ReadPoint();
            case StructureTag.Node: return ReadNode();
            case StructureTag.Relationship: return ReadRelationship();
            case StructureTag.Path: return ReadPath();
        }

        var (tag, fields) = ReadStructureHeader();
        var values = new List<object?>(fields);
        while (fields-- > 0)
            values.Add(ReadValue(depth + 1));
        return new UnknownStructure(tag, values);
    }

    private void Expect(byte tag, int fields)
    {
        var found = ReadStructureHeader();
        if (found != (tag, fields))
            throw Broken($"a structure {(char)tag} of {fields} fields was expected, and {(char)found.Tag} of {found.Fields} came");
    }

    /// <summary>Whether <see cref="DateTimeOffset"/> can hold it.</summary>
    private static bool IsOfCalendar(TimeSpan offset) => offset.Ticks % TimeSpan.TicksPerMinute == 0 && offset.Duration() <= TimeSpan.FromHours(14);

    private static DateOnly ToDate(long days)
    {
        var day = days + EpochDay.DayNumber;
        return day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)day)
            : throw DatabaseException.OutOfCalendar();
    }

    private static long ToTicks(long secondsSinceEpoch, long nanoseconds)
    {
        var seconds = secondsSinceEpoch + EpochSeconds;
        if (seconds < 0 || seconds > DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond || nanoseconds is < 0 or >= 1_000_000_000)
            throw DatabaseException.OutOfCalendar();
        return (seconds * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    private static TimeOnly ToTime(long nanoseconds) =>
        nanoseconds >= 0 && nanoseconds / TimeSpan.NanosecondsPerTick < TimeSpan.TicksPerDay
            ? new TimeOnly(nanoseconds / TimeSpan.NanosecondsPerTick)
            : throw DatabaseException.OutOfCalendar();

    private static DateTimeOffset FromZone(DateTime local, string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var rules)
            ? new DateTimeOffset(local, rules.GetUtcOffset(local)).ToUniversalTime()
            : throw DatabaseException.UnknownZone(zone);
}
