using System.Collections;
using System.Globalization;
using System.Text.Json;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.TypeSystem;

/// <summary>How a value that was refused is shown in a message: as JavaScript source, shortened where it is long or deep.</summary>
internal static class Inspection
{
    private const int MostItems = 10;
    private const int DeepestLevel = 2;

    public static string Show(object? value) => Show(value, 0);

    private static string Show(object? value, int depth) => value switch
    {
        null => "null",
        JsonElement json => Show(json, depth),
        string text => Quote(text),
        bool boolean => boolean ? "true" : "false",
        double number => JsonNumber.Format(number),
        float number => JsonNumber.Format(number),
        IDictionary map => Object([.. map.Keys.Cast<object>().Select(key => ($"{key}", map[key]))], depth),
        IEnumerable list => List([.. list.Cast<object?>()], depth),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Show(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.String => Quote(json.GetString()!),
        JsonValueKind.Number => JsonNumber.Format(json.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => List([.. json.EnumerateArray().Select(item => (object?)item)], depth),
        JsonValueKind.Object => Object([.. json.EnumerateObject().Select(property => (property.Name, (object?)property.Value))], depth),
        JsonValueKind.Undefined => "undefined",
        _ => "null",
    };

    private static string List(object?[] items, int depth)
    {
        if (items.Length == 0) return "[]";
        if (depth >= DeepestLevel) return "[Array]";
        var shown = items.Take(MostItems).Select(item => Show(item, depth + 1)).ToList();
        var rest = items.Length - shown.Count;
        if (rest > 0) shown.Add(rest == 1 ? "... 1 more item" : $"... {rest} more items");
        return $"[{string.Join(", ", shown)}]";
    }

    private static string Object((string Key, object? Value)[] properties, int depth)
    {
        if (properties.Length == 0) return "{}";
        if (depth >= DeepestLevel) return "[Object]";
        return $"{{ {string.Join(", ", properties.Select(property => $"{property.Key}: {Show(property.Value, depth + 1)}"))} }}";
    }

    private static string Quote(string text)
    {
        using var buffer = new ResponseBuffer(text.Length + 2);
        buffer.WriteString(text);
        return buffer.ToString();
    }
}
