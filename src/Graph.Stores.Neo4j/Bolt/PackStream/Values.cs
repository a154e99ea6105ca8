namespace Graph.Stores.Neo4j.Bolt.PackStream;

/// <summary>A node as the server describes it. Before Bolt 5.0 there is no element id; it is the number as text then.</summary>
internal sealed record NodeValue(
    long Id, string ElementId, IReadOnlyList<string> Labels, IReadOnlyDictionary<string, object?> Properties);

/// <summary>A relationship with both ends as the server describes it. Inside a path the ends are those of the stored direction.</summary>
internal sealed record RelationshipValue(
    long Id,
    string ElementId,
    string Type,
    long StartId,
    string StartElementId,
    long EndId,
    string EndElementId,
    IReadOnlyDictionary<string, object?> Properties);

/// <summary>An alternation of nodes and relationships: always one node more than relationships.</summary>
internal sealed record PathValue(IReadOnlyList<NodeValue> Nodes, IReadOnlyList<RelationshipValue> Relationships);

/// <summary>A time of day with its offset from UTC.</summary>
internal readonly record struct OffsetTime(TimeOnly Time, TimeSpan Offset);

/// <summary>
/// An instant (of offset 0) at an offset from UTC that <see cref="DateTimeOffset"/> cannot hold: Neo4j knows offsets of up to 18 hours, to the
/// second, and sorts equal instants by them.
/// </summary>
internal readonly record struct FarInstant(DateTimeOffset Utc, TimeSpan Offset);

/// <summary>A length of time in the four units that have no common measure.</summary>
internal readonly record struct DurationValue(long Months, long Days, long Seconds, int Nanoseconds);

/// <summary>A point; <see cref="Z"/> is null for one in the plane. <see cref="Srid"/> names the reference system (4326: WGS 84).</summary>
internal readonly record struct PointValue(int Srid, double X, double Y, double? Z);

/// <summary>A structure whose tag this client does not know, kept as it came.</summary>
internal sealed record UnknownStructure(byte Tag, IReadOnlyList<object?> Fields);
