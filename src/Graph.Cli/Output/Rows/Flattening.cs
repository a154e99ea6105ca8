using System.Text.Json;

namespace Graph.Cli.Output.Rows;

/// <summary>
/// Turns the data of a GraphQL answer into one table. The rows of a root field are the items of the first list on the way down
/// (<c>edges</c> count as such a list, and their <c>node</c> is not named), or of the list that was asked for, with what stands
/// beside it repeated; with no list there is one row. Objects become dotted columns; a list inside a row becomes one cell: its
/// items joined by "; ", what is inside an item by ", ".
/// </summary>
/// <remarks>
/// Columns are those of the operation, so that an answer without rows has them too. With several root fields the first column
/// says which one a row is of.
/// </remarks>
internal sealed class Flattening
{
    private readonly List<string> columns = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectedField, int> cells = [];
    private readonly HashSet<SelectedField> ways = [];

    private Flattening()
    {
    }

    /// <summary>The table of an answer.</summary>
    /// <param name="data">The <c>data</c> of the answer.</param>
    /// <param name="fields">What the operation selects.</param>
    /// <param name="path">The list whose items are the rows, by response keys from the root; null for the first ones.</param>
    /// <exception cref="UsageException">The path leads nowhere.</exception>
    public static FlatTable Flatten(JsonElement data, IReadOnlyList<SelectedField> fields, IReadOnlyList<string>? path)
    {
        if (path is not null && !fields.Any(field => field.Key == path[0]))
            throw new UsageException(Messages.NoFieldOnTheWay(string.Join('.', path), path[0], "", [.. fields.Select(field => field.Key)]));
        return new Flattening().Table(data, fields, path);
    }

    /// <summary>The items that become rows where a row is printed as JSON; of several root fields each in an object under its key.</summary>
    public static IEnumerable<object> Items(JsonElement data, IReadOnlyList<SelectedField> fields) => fields.SelectMany(field =>
    {
        var way = RowPath.Of(field, null);
        if (fields.Count == 1 && !way.Any(step => step.IsList)) return [data];
        var items = Items(data, field, way).Cast<object>();
        return fields.Count == 1 ? items : items.Select(item => new Dictionary<string, object>(StringComparer.Ordinal) { [field.Key] = item });
    });

    private FlatTable Table(JsonElement data, IReadOnlyList<SelectedField> fields, IReadOnlyList<string>? path)
    {
        var isMany = fields.Count > 1;
        if (isMany) places.Add(Unused("field", fields), Add("field"));
        foreach (var field in fields)
        {
            ways.UnionWith(RowPath.Of(field, field.Key == path?[0] ? path : null));
            if (field.Fields.Count == 0) Name(field, isMany ? "value" : field.Key);
            else Lay(field, isMany || ways.Any(field.Fields.Contains) || field.IsList ? "" : field.Key);
        }

        var rows = new List<string?[]>();
        foreach (var field in fields)
        {
            if (!data.TryGetProperty(field.Key, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            var row = new string?[columns.Count];
            if (isMany) row[0] = field.Key;
            Unfold(value, field, row, rows);
        }

        return new(columns, rows);
    }

    private static string Unused(string name, IReadOnlyList<SelectedField> fields) =>
        fields.SelectMany(field => field.Fields).Any(field => field.Key == name) ? Unused("root " + name, fields) : name;

    private int Add(string column)
    {
        columns.Add(column);
        return columns.Count - 1;
    }

    /// <summary>Gives a field its column; fields of one name share it.</summary>
    private void Name(SelectedField field, string name)
    {
        if (!places.TryGetValue(name, out var place)) places.Add(name, place = Add(name));
        cells.TryAdd(field, place);
    }

    private void Lay(SelectedField parent, string prefix)
    {
        foreach (var field in parent.Fields)
        {
            var name = field.IsNodeOfEdge || IsEdges(field) ? prefix : prefix.Length == 0 ? field.Key : $"{prefix}.{field.Key}";
            if (field.Fields.Count > 0 && (!field.IsList || ways.Contains(field))) Lay(field, name);
            else Name(field, name);
        }
    }

    // The edges that are unfolded, and not those of another field of that name.
    private bool IsEdges(SelectedField field) => ways.Contains(field) && field.IsList && field.Fields.Exists(inner => inner.IsNodeOfEdge);

    /// <summary>
    /// Fills what stands beside the list on the way, then repeats it for each of the list's items. A row whose own list is empty stays;
    /// where there are no rows, there are none.
    /// </summary>
    private void Unfold(JsonElement value, SelectedField field, string?[] row, List<string?[]> rows, bool isRow = false)
    {
        if (value.ValueKind == JsonValueKind.Array && ways.Contains(field))
        {
            foreach (var item in value.EnumerateArray()) UnfoldItem(item, field, [.. row], rows, isRow: true);
            if (isRow && value.GetArrayLength() == 0) rows.Add(row);
        }
        else
        {
            UnfoldItem(value, field, row, rows, isRow);
        }
    }

    private void UnfoldItem(JsonElement value, SelectedField field, string?[] row, List<string?[]> rows, bool isRow)
    {
        if (cells.TryGetValue(field, out var place)) row[place] = CellText.Of(value);
        var onWay = field.Fields.Find(ways.Contains);
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var inner in field.Fields)
                if (inner != onWay && value.TryGetProperty(inner.Key, out var found)) Fill(found, inner, row);
        if (onWay is not null && value.ValueKind == JsonValueKind.Object && value.TryGetProperty(onWay.Key, out var next)
            && next.ValueKind != JsonValueKind.Null)
            Unfold(next, onWay, row, rows, isRow);
        else rows.Add(row);
    }

    private void Fill(JsonElement value, SelectedField field, string?[] row)
    {
        if (cells.TryGetValue(field, out var place)) row[place] = CellText.Of(value);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var inner in field.Fields)
                if (value.TryGetProperty(inner.Key, out var found)) Fill(found, inner, row);
    }

    private static IEnumerable<JsonElement> Items(JsonElement data, SelectedField field, HashSet<SelectedField> way)
    {
        if (!data.TryGetProperty(field.Key, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray();
        return field.Fields.Find(way.Contains) is { } next ? Items(value, next, way) : [value];
    }
}
