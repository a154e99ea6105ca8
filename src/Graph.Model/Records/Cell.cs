namespace Graph.Model.Records;

/// <summary>One value of a record: 16 bytes, without an object of its own; text lies in the batch's buffer.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Number">The value of a number, day or instant; of text, where it lies.</param>
public readonly record struct Cell(CellKind Kind, long Number)
{
    /// <summary>Where text starts in the batch's buffer.</summary>
    public int Offset => (int)(Number >> 32);

    /// <summary>How many bytes text has.</summary>
    public int Length => (int)Number;

    /// <summary>The double of a <see cref="CellKind.Float"/>.</summary>
    public double Double => BitConverter.Int64BitsToDouble(Number);

    /// <summary>No value.</summary>
    public static Cell Null => default;

    /// <summary>Text that lies in a batch's buffer.</summary>
    public static Cell Text(CellKind kind, int offset, int length) => new(kind, (long)offset << 32 | (uint)length);

    /// <summary>A whole number.</summary>
    public static Cell Of(long number) => new(CellKind.Integer, number);

    /// <summary>A double.</summary>
    public static Cell Of(double number) => new(CellKind.Float, BitConverter.DoubleToInt64Bits(number));

    /// <summary>A truth value.</summary>
    public static Cell Of(bool value) => new(CellKind.Boolean, value ? 1 : 0);

    /// <summary>A day.</summary>
    public static Cell Of(DateOnly day) => new(CellKind.Date, day.DayNumber - EpochDay);

    /// <summary>An instant.</summary>
    public static Cell Of(DateTimeOffset instant) =>
        new(CellKind.DateTime, (instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>The day of a <see cref="CellKind.Date"/>.</summary>
    public DateOnly Day => DateOnly.FromDayNumber((int)Number + EpochDay);

    /// <summary>The instant of a <see cref="CellKind.DateTime"/>.</summary>
    public DateTimeOffset Instant => new(DateTime.UnixEpoch.AddMicroseconds(Number));

    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;
}
