using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Json;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>How a value that was refused is shown in a message: as JavaScript source, shortened where it is long or deep.</summary>
internal static class Inspection
{
    public static string Show(object? value) => Show(value, 0);

    /// <summary>A literal as its document writes it, shortened where it is long.</summary>
    public static string Literal(ValueNode literal) => Cut(Printer.Print(literal));

    private static string Show(object? value, int depth) => value switch
    {
        null => "null",
        JsonElement json => Show(json, depth),
        string text => Quote(text),
        bool boolean => boolean ? "true" : "false",
        double number => JsonNumber.Format(number),
        float number => JsonNumber.Format(number),
        IDictionary map => Object(map.Keys.Cast<object>().Select(key => ($"{key}", map[key])), depth),
        ICollection list => List(list.Cast<object?>(), list.Count, depth),
        IEnumerable list => Show(list.Cast<object?>().ToList(), depth),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Show(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.String => Quote(json.GetString()!),
        JsonValueKind.Number => JsonNumber.Format(json.GetDouble()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => List(json.EnumerateArray().Select(item => (object?)item), json.GetArrayLength(), depth),
        JsonValueKind.Object => Object(json.EnumerateObject().Select(property => (property.Name, (object?)property.Value)), depth),
        JsonValueKind.Undefined => "undefined",
        _ => "null",
    };

    private static string List(IEnumerable<object?> items, int count, int depth)
    {
        if (count == 0) return "[]";
        if (depth >= FixedLimits.MaxShownDepth) return "[Array]";
        var shown = items.Take(FixedLimits.MaxShownItems).Select(item => Show(item, depth + 1)).ToList();
        var rest = count - shown.Count;
        if (rest > 0) shown.Add(rest == 1 ? "... 1 more item" : $"... {rest} more items");
        return $"[{string.Join(", ", shown)}]";
    }

    private static string Object(IEnumerable<(string Key, object? Value)> properties, int depth)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in properties)
        {
            if (depth >= FixedLimits.MaxShownDepth) return "[Object]";
            text.Append(text.Length == 0 ? "{ " : ", ");
            if (text.Length > FixedLimits.MaxShownCharacters) return text.Append("… }").ToString();
            text.Append(Cut(key)).Append(": ").Append(Show(value, depth + 1));
        }

        return text.Length == 0 ? "{}" : text.Append(" }").ToString();
    }

    private static string Cut(string text)
    {
        if (text.Length <= FixedLimits.MaxShownCharacters) return text;
        return text[
            ..(char.IsHighSurrogate(text[FixedLimits.MaxShownCharacters - 1])
                ? FixedLimits.MaxShownCharacters - 1
                : FixedLimits.MaxShownCharacters)] + "…";
    }

    private static string Quote(string text)
    {
        text = Cut(text);
        using var buffer = new ResponseBuffer(text.Length + 2);
        buffer.WriteString(text);
        return buffer.ToString();
    }
}
