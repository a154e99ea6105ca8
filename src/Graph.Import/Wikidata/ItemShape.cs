using System.Text.Json;
using Graph.Import.Sources;

namespace Graph.Import.Wikidata;

/// <summary>How items stand in files.</summary>
internal static class ItemShape
{
    /// <summary>Whether a file begins with items: a map of entities, or an object with labels by language, in an array or not.</summary>
    public static bool Begins(ReadOnlySpan<byte> start) => JsonStart.Tell(start, mayBeArray: true, Look) ?? false;

    private static bool? Look(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("entities"u8)) return true;
        if (reader.ValueTextEquals("type"u8)) return JsonStart.IsText(ref reader, "item"u8, "property"u8);
        if (reader.ValueTextEquals("labels"u8) || reader.ValueTextEquals("claims"u8))
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject;
        }
        return null;
    }

    /// <summary>Whether a line is only a bracket of the array that a dump is.</summary>
    public static bool IsBracket(ReadOnlySpan<byte> line) => line.Trim(" \t\r,"u8) is [(byte)'[' or (byte)']'];

    /// <summary>An item without the comma that stands after it in a dump, or the bracket around it.</summary>
    public static ReadOnlySpan<byte> WithoutComma(ReadOnlySpan<byte> line) => line.Trim(" \t\r"u8).TrimEnd((byte)',');

    /// <summary>The items of a value: itself, those of a list, or those of the map that <c>wbgetentities</c> answers.</summary>
    public static IEnumerable<JsonElement> ItemsOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray();
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("entities", out var entities)
            && entities.ValueKind == JsonValueKind.Object)
            return entities.EnumerateObject().Select(entry => entry.Value);
        return [value];
    }
}
