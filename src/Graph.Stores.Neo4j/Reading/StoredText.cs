using System.Globalization;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>A stored value as a person reads it in an error.</summary>
internal static class StoredText
{
    /// <summary>The next value of the reader as text; of what has many parts only what it is.</summary>
    public static string Of(PackStreamReader value) => value.Next() switch
    {
        PackStreamType.Null => "null",
        PackStreamType.String => $"\"{value.ReadString()}\"",
        PackStreamType.Integer => value.ReadInteger().ToString(CultureInfo.InvariantCulture),
        PackStreamType.Float => value.ReadFloat().ToString(CultureInfo.InvariantCulture),
        PackStreamType.Boolean => value.ReadBoolean() ? "true" : "false",
        PackStreamType.List => $"a list of {value.ReadListHeader()}",
        PackStreamType.Bytes => "bytes",
        PackStreamType.Structure => OfStructure(value),
        _ => "a map",
    };

    private static string OfStructure(PackStreamReader value)
    {
        try
        {
            return value.ReadValue() switch
            {
                DateOnly day => $"the day {TimeText.Of(day)}",
                DateTimeOffset instant => $"the instant {instant.ToString("O", CultureInfo.InvariantCulture)}",
                DateTime local => $"the local time {local.ToString("O", CultureInfo.InvariantCulture)}",
                DurationValue => "a duration",
                PointValue => "a point",
                TimeOnly or OffsetTime => "a time of day",
                _ => "a value of another type",
            };
        }
        catch (DatabaseException fault) when (fault.Kind != DatabaseErrorKind.ProtocolBroken)
        {
            return "a time outside the years 1 to 9999";
        }
    }
}
