using System.Text.Json;
using System.Text.RegularExpressions;

namespace Graph.Stores.Tests.Exports;

/// <summary>The model of FollowTheMoney holds of the entities that were approved; skipped where it is not at hand.</summary>
public sealed partial class FollowTheMoneyModel
{
    private readonly JsonElement schemata;
    private readonly JsonElement types;

    public FollowTheMoneyModel()
    {
        if (Published.Path("ftm/model.json") is not { } path) return;
        var model = JsonElement.Parse(File.ReadAllText(path));
        (schemata, types) = (model.GetProperty("schemata"), model.GetProperty("types"));
    }

    [PublishedFact("ftm")]
    public void EveryEntityIsValid()
    {
        var entities = File.ReadLines(Published.Beside("acts.ftm")).Select(line => JsonElement.Parse(line)).ToList();
        var byId = entities.ToDictionary(entity => entity.GetProperty("id").GetString()!, entity => entity.GetProperty("schema").GetString()!, StringComparer.Ordinal);
        Assert.Equal([], entities.SelectMany(entity => Faults(entity, byId)));
        Assert.Equal(
            ["Article", "Document", "Documentation", "Event", "Occupancy", "Organization", "Person", "Position", "PublicBody", "UnknownLink"],
            byId.Values.Distinct().Order(StringComparer.Ordinal));
    }

    private IEnumerable<string> Faults(JsonElement entity, Dictionary<string, string> byId)
    {
        var (id, schema, values) = (entity.GetProperty("id").GetString()!, entity.GetProperty("schema").GetString()!, entity.GetProperty("properties"));
        if (!Id().IsMatch(id)) yield return $"{id} is no id";
        foreach (var required in Above(schema).SelectMany(one => Texts(schemata.GetProperty(one), "required")))
            if (!values.TryGetProperty(required, out _)) yield return $"{id} has no {required}";
        foreach (var property in values.EnumerateObject())
        {
            var declared = Above(schema).Select(one => schemata.GetProperty(one).GetProperty("properties"))
                .Where(own => own.TryGetProperty(property.Name, out _)).Select(own => own.GetProperty(property.Name)).FirstOrDefault();
            if (declared.ValueKind == JsonValueKind.Undefined)
            {
                yield return $"{schema} has no {property.Name}";
                continue;
            }

            if (property.Value.GetArrayLength() == 0) yield return $"{id}: {property.Name} is empty";
            foreach (var value in property.Value.EnumerateArray().Select(value => value.GetString()!))
                if (Fault(declared, value, byId) is { } fault) yield return $"{id}: {property.Name} is {value}: {fault}";
        }
    }

    private string? Fault(JsonElement declared, string value, Dictionary<string, string> byId)
    {
        var type = declared.GetProperty("type").GetString()!;
        if (value.Length == 0) return "empty";
        if (declared.TryGetProperty("maxLength", out var longest) && value.Length > longest.GetInt32()) return "too long";
        if (type == "entity")
            return !byId.TryGetValue(value, out var schema) ? "nobody" : Above(schema).Contains(declared.GetProperty("range").GetString()!) ? null : schema;
        if (type == "date") return Day().IsMatch(value) ? null : "no day";
        return types.GetProperty(type).TryGetProperty("values", out var known) && type is not "string" && !known.TryGetProperty(value, out _) ? $"no {type}" : null;
    }

    private IEnumerable<string> Above(string schema) => Texts(schemata.GetProperty(schema), "extends").SelectMany(Above).Prepend(schema);

    private static IEnumerable<string> Texts(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => item.GetString()!)
            : [];

    [GeneratedRegex(@"^[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
