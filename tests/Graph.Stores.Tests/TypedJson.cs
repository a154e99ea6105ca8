using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Tests;

/// <summary>Values as Neo4j's Query API writes them: <c>{"$type": "Integer", "_value": "5"}</c>.</summary>
internal static class TypedJson
{
    public static JsonObject Parameters(IReadOnlyDictionary<string, object?> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)Write(value.Value))));

    public static object? Read(JsonElement typed)
    {
        var value = typed.GetProperty("_value");
        return typed.GetProperty("$type").GetString() switch
        {
            "Null" => null,
            "Boolean" => value.GetBoolean(),
            "Integer" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "Float" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "String" => value.GetString(),
            "Date" => DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "OffsetDateTime" => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "Base64" => value.GetBytesFromBase64(),
            "List" => value.EnumerateArray().Select(Read).ToList(),
            "Map" => value.EnumerateObject().ToDictionary(entry => entry.Name, entry => Read(entry.Value)),
            var other => throw new NotSupportedException($"No value of the type {other} is stored by the tests."),
        };
    }

    private static JsonObject Write(object? value) => value switch
    {
        null => Of("Null", null),
        bool flag => Of("Boolean", flag),
        long number => Of("Integer", number.ToString(CultureInfo.InvariantCulture)),
        double number => Of("Float", number.ToString("R", CultureInfo.InvariantCulture)),
        string text => Of("String", text),
        DateOnly day => Of("Date", TimeText.Of(day)),
        DateTimeOffset instant => Of("OffsetDateTime", instant.ToString("O", CultureInfo.InvariantCulture)),
        FarInstant { Offset: var offset } instant => Of(
            "OffsetDateTime",
            instant.Utc.DateTime.Add(offset).ToString("O", CultureInfo.InvariantCulture) + (offset < TimeSpan.Zero ? "-" : "+")
                + offset.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture)),
        byte[] bytes => Of("Base64", Convert.ToBase64String(bytes)),
        IReadOnlyDictionary<string, object?> map => Of("Map", Parameters(map)),
        IEnumerable<object?> list => Of("List", new JsonArray([.. list.Select(Write)])),
        _ => throw new NotSupportedException($"The store sends no {value.GetType()}."),
    };

    private static JsonObject Of(string type, JsonNode? value) => new() { ["$type"] = type, ["_value"] = value };
}
