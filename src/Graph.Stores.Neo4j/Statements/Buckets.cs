using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// The first day of a bucket, as a date. An instant is taken in UTC whatever zone it is stored in; a local time is one of UTC. What
/// is neither a day nor an instant stays as it is, so that it is a fault of that one value and not of the statement. (Every type of
/// Cypher holds null, unless it says NOT NULL.)
/// </summary>
internal static class Buckets
{
    /// <summary>The first day of the bucket in which a value lies; null where there is none.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="kind">What the value is: a day or an instant.</param>
    /// <param name="value">The expression of it, which is printed more than once.</param>
    public static string FirstDay(TimeBucket bucket, ScalarKind kind, string value) => (bucket, kind) switch
    {
        (TimeBucket.Day, ScalarKind.Date) => value,
        (_, ScalarKind.Date) => $"CASE WHEN {value} IS :: DATE NOT NULL THEN date.truncate('{Unit(bucket)}', {value}) ELSE {value} END",
        _ => $"CASE WHEN {IsInstant(value)} THEN date.truncate('{Unit(bucket)}', {InUtc(value)}) ELSE {value} END",
    };

    /// <summary>An instant to the millisecond, as responses show it, in UTC: stored in different zones it is the same.</summary>
    public static string Instant(string value) =>
        $"CASE WHEN {IsInstant(value)} THEN datetime.truncate('millisecond', {InUtc(value)}) ELSE {value} END";

    /// <summary>An instant in UTC, so that equal ones are one whatever zones they are stored in.</summary>
    public static string Utc(string value) => $"CASE WHEN {IsInstant(value)} THEN {InUtc(value)} ELSE {value} END";

    private static string IsInstant(string value) => $"{value} IS :: ZONED DATETIME NOT NULL | LOCAL DATETIME NOT NULL";

    private static string InUtc(string value) => $"datetime({{datetime: {value}, timezone: 'Z'}})";

    private static string Unit(TimeBucket bucket) => bucket switch
    {
        TimeBucket.Day => "day",
        TimeBucket.Week => "week",
        TimeBucket.Month => "month",
        TimeBucket.Quarter => "quarter",
        TimeBucket.Year => "year",
        _ => throw new ArgumentOutOfRangeException(nameof(bucket), bucket, "Unknown bucket."),
    };
}
