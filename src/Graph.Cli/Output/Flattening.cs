using System.Text.Json;

namespace Graph.Cli.Output;

/// <summary>Rows of a flat table: named columns in the order of first sight, a cell of text or none for each.</summary>
/// <param name="Columns">The names.</param>
/// <param name="Rows">The rows; a missing value is null.</param>
internal sealed record FlatTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);

/// <summary>
/// Turns the data of a GraphQL answer into one table. The rows are the items of the first list on the way down from the
/// root (<c>edges</c> count as such a list, and their <c>node</c> is not named); with no list there is one row. Objects
/// become dotted columns; a list inside a row becomes one cell: its items joined by "; ", what is inside an item by ", ".
/// </summary>
internal static class Flattening
{
    public static FlatTable Flatten(JsonElement data)
    {
        var columns = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<List<string?>>();
        foreach (var item in Rows(data))
        {
            var row = new List<string?>();
            Spread(item, "", (name, value) =>
            {
                if (!places.TryGetValue(name, out var place))
                {
                    place = columns.Count;
                    places.Add(name, place);
                    columns.Add(name);
                }

                while (row.Count <= place) row.Add(null);
                row[place] = value;
            });
            rows.Add(row);
        }

        foreach (var row in rows)
            while (row.Count < columns.Count) row.Add(null);
        return new(columns, rows);
    }

    /// <summary>The items that become rows.</summary>
    public static IEnumerable<JsonElement> Rows(JsonElement data)
    {
        var lists = Fields(data).Select(ListOf).Where(list => list is not null).ToList();
        if (lists.Count == 0) return [data];
        return lists.SelectMany(list => list!.Value.EnumerateArray());
    }

    private static JsonElement? ListOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value,
        JsonValueKind.Object => Fields(value).Select(ListOf).FirstOrDefault(list => list is not null),
        _ => null,
    };

    private static IEnumerable<JsonElement> Fields(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(field => field.Value) : [];

    private static void Spread(JsonElement value, string name, Action<string, string?> put)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            put(name.Length == 0 ? "value" : name, Cell(value));
            return;
        }

        foreach (var field in value.EnumerateObject())
        {
            var inner = name.Length == 0 ? field.Name : $"{name}.{field.Name}";
            Spread(field.Value, field.Name == "node" && value.EnumerateObject().Count() <= 3 ? name : inner, put);
        }
    }

    private static string? Cell(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null: return null;
            case JsonValueKind.String: return value.GetString();
            case JsonValueKind.Array: return string.Join("; ", value.EnumerateArray().Select(Short));
            default: return value.GetRawText();
        }
    }

    /// <summary>A scalar as it is; an object or a list inside an item as its values in a row.</summary>
    private static string Short(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Array => Joined(item.EnumerateArray()),
        JsonValueKind.Object => Joined(Fields(item)),
        _ => Cell(item) ?? "",
    };

    private static string Joined(IEnumerable<JsonElement> values) => string.Join(", ", values.Select(Short).Where(value => value.Length > 0));
}
