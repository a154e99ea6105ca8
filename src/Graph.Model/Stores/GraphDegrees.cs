using System.Text.Json;
using Graph.Model.Ontologies;

namespace Graph.Model.Stores;

/// <summary>
/// The degrees of all relationship types in both directions, as a store keeps them since the last import; what has come since
/// then is not in them.
/// </summary>
public sealed class GraphDegrees
{
    /// <summary>Numbers of one type: three in either direction.</summary>
    private const int Numbers = 6;

    private readonly Dictionary<(string Type, Direction Direction), Degrees> known;

    /// <summary>Makes them of what was counted.</summary>
    public GraphDegrees(IEnumerable<KeyValuePair<(RelationshipType Type, Direction Direction), Degrees>> counted) =>
        known = counted.ToDictionary(pair => (pair.Key.Type.Name, pair.Key.Direction), pair => pair.Value);

    private GraphDegrees(Dictionary<(string Type, Direction Direction), Degrees> known) => this.known = known;

    /// <summary>The degrees of nodes that a relationship is followed from in a direction; null where nobody counted them.</summary>
    public Degrees? Of(RelationshipType type, Direction direction) => known.TryGetValue((type.Name, direction), out var degrees) ? degrees : null;

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static GraphDegrees? Parse(string? text)
    {
        if (text is null) return null;
        try
        {
            var known = new Dictionary<(string Type, Direction Direction), Degrees>();
            foreach (var type in JsonElement.Parse(text).EnumerateObject())
            {
                if (type.Value.GetArrayLength() != Numbers) return null;
                known[(type.Name, Direction.Out)] = Read(type.Value, 0);
                known[(type.Name, Direction.In)] = Read(type.Value, Numbers / 2);
            }

            return new(known);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>As JSON: <c>{"MADE": [relationships, greatest, squares, and the same for the other direction]}</c>.</summary>
    public override string ToString()
    {
        var types = known.Keys.Select(key => key.Type).Distinct().Order(StringComparer.Ordinal);
        return JsonSerializer.Serialize(types.ToDictionary(
            type => type, type => (double[])[.. Written(type, Direction.Out), .. Written(type, Direction.In)]));
    }

    private static Degrees Read(JsonElement list, int first) =>
        new((long)list[first].GetDouble(), (long)list[first + 1].GetDouble(), list[first + 2].GetDouble());

    private IEnumerable<double> Written(string type, Direction direction)
    {
        var degrees = known.GetValueOrDefault((type, direction));
        return [degrees.Relationships, degrees.Greatest, degrees.Squares];
    }
}
