using System.Text.Json;

namespace Graph.Cli.Output.Rows;

/// <summary>A value of an answer as the text of one cell: the items of a list joined by "; ", what is inside an item by ", ".</summary>
internal static class CellText
{
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Short)),
        JsonValueKind.Object => Short(value),
        _ => value.GetRawText(),
    };

    /// <summary>A scalar as it is; an object or a list inside an item as its values in a row.</summary>
    private static string Short(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Array => Joined(item.EnumerateArray()),
        JsonValueKind.Object => Joined(item.EnumerateObject().Select(field => field.Value)),
        _ => Of(item) ?? "",
    };

    private static string Joined(IEnumerable<JsonElement> values) => string.Join(", ", values.Select(Short).Where(value => value.Length > 0));
}
