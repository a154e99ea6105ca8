using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Model.Merging;

/// <summary>The values of records outside a batch: JSON by the property's name.</summary>
public static class NamedValues
{
    /// <summary>Of a record in a batch; the id is left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<Property> properties, RecordBatch batch, ReadOnlySpan<Cell> cells)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Kind != CellKind.Null && properties[i].Name != "id") values[properties[i].Name] = ValueJson.Of(batch, cells[i]);
        return values;
    }

    /// <summary>As cells of a batch, one a property.</summary>
    public static Cell[] Cells(IReadOnlyDictionary<string, string> values, IReadOnlyList<Property> properties, RecordBatch batch)
    {
        var cells = new Cell[properties.Count];
        foreach (var property in properties)
            if (values.TryGetValue(property.Name, out var json)) cells[property.Ordinal] = ValueJson.Cell(json, property, batch);
        return cells;
    }

    /// <summary>As one text to keep.</summary>
    public static string Text(IReadOnlyDictionary<string, string> values) =>
        $"{{{string.Join(',', values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"\"{value.Key}\":{value.Value}"))}}}";

    /// <summary>From what <see cref="Text"/> gave.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        using var json = System.Text.Json.JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetRawText(), StringComparer.Ordinal);
    }

    /// <summary>Both have the same values.</summary>
    public static bool AreEqual(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> another) =>
        one.Count == another.Count && one.All(value => another.TryGetValue(value.Key, out var other) && other == value.Value);

    /// <summary>A list given as JSON has an item.</summary>
    public static bool Has(string list, string item)
    {
        using var json = System.Text.Json.JsonDocument.Parse(list);
        return json.RootElement.EnumerateArray().Any(one => one.GetRawText() == item);
    }

    /// <summary>Lists given as JSON, as one: each item once, and one item, if given, never.</summary>
    public static string United(IEnumerable<string> lists, string? without = null)
    {
        var items = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            using var json = System.Text.Json.JsonDocument.Parse(list);
            foreach (var item in json.RootElement.EnumerateArray().Select(item => item.GetRawText()))
                if (item != without && known.Add(item)) items.Add(item);
        }

        return $"[{string.Join(',', items)}]";
    }
}
