using System.Text.Json.Nodes;
using CsCheck;

namespace Graph.Stores.Tests.Sources;

/// <summary>A record of a source: a node where <paramref name="End"/> is null. Ends are written <c>Film:f1</c>.</summary>
internal sealed record SaidRecord(string Type, string Start, string? End, (string Name, object? Value)[] Values)
{
    public static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    public static SaidRecord Node(string type, string id, params (string, object?)[] values) => new(type, $"{type}:{id}", null, [("id", id), .. values]);

    public static SaidRecord Link(string type, string start, string end, params (string, object?)[] values) => new(type, start, end, values);

    /// <summary>What identifies it: of some relationships, a value too.</summary>
    public string Key => End is null ? Start : $"{Start} {Type} {End} {Values.FirstOrDefault(value => value.Name is "role" or "surface" or "since").Value}";

    public override string ToString() => $"{Key} {string.Join(' ', Values.Where(value => value.Value is not null).Select(value => $"{value.Name}={(value.Value is string[] list ? string.Join('|', list) : value.Value)}"))}";

    /// <summary>A record of the graph as a text; empty lists are as missing values.</summary>
    public static string Line(string type, string start, string? end, SortedDictionary<string, JsonNode?> values) =>
        $"{type} {start} {end} {string.Join(", ", values.Where(pair => pair.Value is not (null or JsonArray { Count: 0 })).Select(pair => $"{pair.Key}={pair.Value!.ToJsonString()}"))}";
}
