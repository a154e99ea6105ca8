using System.Text.Json;

namespace Graph.Stores.Tests.Exports;

/// <summary>schema.org holds of the JSON-LD that was approved; skipped where the vocabulary is not at hand.</summary>
public sealed class SchemaOrg
{
    [PublishedFact("schemaorg")]
    public void EveryPropertyBelongsToATypeOfItsNode()
    {
        var supers = Rows("types.tsv").ToDictionary(row => row[0], row => Split(row[1]), StringComparer.Ordinal);
        var domains = Rows("properties.tsv").ToDictionary(row => row[0], row => Split(row[1]), StringComparer.Ordinal);
        var graph = JsonElement.Parse(File.ReadAllText(Published.Beside("acts.jsonld"))).GetProperty("@graph");
        var faults = new List<string>();
        foreach (var node in graph.EnumerateArray()) Check(node, isInRole: false);
        Assert.Empty(faults);
        Assert.True(graph.GetArrayLength() > 30);

        void Check(JsonElement node, bool isInRole)
        {
            if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("@type", out var type)) return;
            string[] own = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];
            var types = own.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
            foreach (var property in node.EnumerateObject().Where(property => property.Name[0] != '@'))
            {
                // A role repeats the property that led to it, by the vocabulary's pattern of roles.
                if (!(isInRole && property.Name == "memberOf") && !(domains.TryGetValue(property.Name, out var domain) && domain.Any(types.Contains)))
                    faults.Add($"{string.Join(", ", own)} has no {property.Name}");
                Check(property.Value, isInRole: property.Name == "memberOf");
            }
        }

        // Some types extend those of other vocabularies, which have no properties here.
        IEnumerable<string> Above(string type) => supers.TryGetValue(type, out var above) ? above.SelectMany(Above).Prepend(type)
            : type.Contains("://", StringComparison.Ordinal) ? Enumerable.Empty<string>()
            : throw new KeyNotFoundException(type);
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Published.Path("schemaorg/" + file)!).Skip(1).Select(line => line.Split('\t'));

    private static string[] Split(string cell) => cell.Split(", ", StringSplitOptions.RemoveEmptyEntries);
}
